import { escape, longDate } from "../../lib/text.js";
import { shell, link } from "../../lib/shell.js";

const tableRows = (rows, cell) => rows.map(cell).join("\n");

// Rights depend only on the set of lawful bases, so each combination is built once. Explicit consent (Article 9(2)(a))
// can be withdrawn as well.
const rightsCache = new Map();
function rights(bases, special) {
  const explicit = special.some((s) => s.condition === "a");
  const key = bases.map((b) => b.article).join("") + (explicit ? "!" : "");
  let html = rightsCache.get(key);
  if (html === undefined) {
    const any = (letters) => [...key].some((l) => letters.includes(l));
    const list = [["informed", "Right to be informed"], ["access", "Right of access"],
      ["rectification", "Right to rectification"], ["restriction", "Right to restrict processing"]];
    if (any("abdf")) list.push(["erasure", "Right to erasure"]);
    if (any("ab")) list.push(["portability", "Right to data portability"]);
    if (any("ef")) list.push(["object", "Right to object"]);
    if (any("a!")) list.push(["withdraw-consent", "Right to withdraw your consent"]);
    html = `<section id="rights"><h2>Your rights for this service</h2>
<ul>
${list.map(([id, text]) => `<li data-right="${id}">${text}</li>`).join("\n")}
</ul>
</section>`;
    rightsCache.set(key, html);
  }
  return html;
}

export default {
  render(data) {
    const { hub, collections, page } = data;
    const index = collections.hub;
    const id = page.fileSlug;
    const c = hub.controllers[data.controller];
    const category = hub.categories.find((x) => x.id === data.category);
    const general = this.generalSections(data.controller);
    const special = data.special_category.length > 0;
    const criminal = data.criminal_offence.length > 0;
    const back = index.backlinks.get(id);
    const recipient = (r) => {
      if (r.org) return `<tr><td><a href="/recipients/#${r.org}">${escape(hub.organisations[r.org])}</a></td><td>${escape(r.purpose)}</td></tr>`;
      const n = index.byId.get(r.notice);
      if (!n) throw new Error(`no notice ${r.notice}`);
      return `<tr><td><a href="${n.url}">${escape(n.data.title)}</a></td><td>${escape(r.purpose)}</td></tr>`;
    };
    const main = `<h1>${escape(data.title)}</h1>
<p class="meta">Last updated <time datetime="${data.last_updated}">${longDate(data.last_updated)}</time>. To be reviewed by <time datetime="${data.review_by}">${longDate(data.review_by)}</time>.</p>
<p class="summary">${escape(data.summary)}</p>
<nav id="contents" aria-label="Contents"><h2>Contents</h2>
<ul>
<li><a href="#controller">Who is responsible</a></li>
<li><a href="#collects">What we collect</a></li>
<li><a href="#purposes">Why we use it</a></li>
<li><a href="#lawful-bases">Our lawful reasons</a></li>
${special ? `<li><a href="#special-category">Sensitive information</a></li>\n` : ""}${criminal ? `<li><a href="#criminal-offence">Criminal offence information</a></li>\n` : ""}<li><a href="#recipients">Who we share it with</a></li>
<li><a href="#retention">How long we keep it</a></li>
<li><a href="#transfers">Sending information abroad</a></li>
<li><a href="#automated">Automated decisions</a></li>
${this.headings(page.inputPath).map((h) => `<li><a href="#${h.id}">${escape(h.title)}</a></li>`).join("\n")}
<li><a href="#rights">Your rights for this service</a></li>
${general.map((g) => `<li><a href="#general-${g.id}">${escape(g.title)}</a></li>`).join("\n")}
</ul>
</nav>
<section id="controller"><h2>Who is responsible</h2>
<dl>
<dt>Controller</dt><dd>${escape(c.name)}</dd>
<dt>ICO registration number</dt><dd>${escape(c.registration)}</dd>
<dt>Data protection officer</dt><dd><a href="mailto:${c.dpo_email}">${escape(c.dpo_email)}</a></dd>
<dt>Address</dt><dd>${escape(c.address)}</dd>
</dl>
</section>
<section id="collects"><h2>What we collect</h2>
${data.collects.map((x) => `<h3>${escape(x.context)}</h3>
<p>This comes from: ${escape(x.sources.join("; "))}.</p>
<ul>
${x.items.map((i) => `<li>${escape(i)}</li>`).join("\n")}
</ul>`).join("\n")}
</section>
<section id="purposes"><h2>Why we use it</h2>
<ul>
${data.purposes.map((p) => `<li>${escape(p)}</li>`).join("\n")}
</ul>
</section>
<section id="lawful-bases"><h2>Our lawful reasons</h2>
${data.lawful_bases.map((b) => `<h3>${hub.lawful_bases[b.article]} (Article 6(1)(${b.article}))</h3>
<p>${escape(b.explanation)}</p>`).join("\n")}
</section>
${special ? `<section id="special-category"><h2>Sensitive information</h2>
${data.special_category.map((s) => `<h3>${escape(hub.special_conditions[s.condition])} (Article 9(2)(${s.condition}))</h3>
${s.schedule1.length > 0 ? `<ul>
${s.schedule1.map((x) => `<li>Data Protection Act 2018, Schedule 1, ${escape(x)}</li>`).join("\n")}
</ul>` : ""}`).join("\n")}
</section>
` : ""}${criminal ? `<section id="criminal-offence"><h2>Criminal offence information</h2>
${data.criminal_offence.map((x) => `<p>${escape(x.explanation)} Our authority is ${escape(x.authority)}.</p>`).join("\n")}
</section>
` : ""}<section id="recipients"><h2>Who we share it with</h2>
<table>
<thead><tr><th>Who</th><th>Why</th></tr></thead>
<tbody>
${tableRows(data.recipients, recipient)}
</tbody>
</table>
</section>
<section id="retention"><h2>How long we keep it</h2>
<table>
<thead><tr><th>Record</th><th>How long</th><th>From when</th><th>Why</th></tr></thead>
<tbody>
${tableRows(data.retention, (r) => `<tr><td>${escape(r.record)}</td><td>${escape(r.period)}</td><td>${escape(r.trigger)}</td><td>${escape(r.reason)}</td></tr>`)}
</tbody>
</table>
</section>
<section id="transfers"><h2>Sending information abroad</h2><p>${escape(data.transfers)}</p></section>
<section id="automated"><h2>Automated decisions</h2><p>${data.automated ? "Yes." : "No."} ${escape(data.automated_note)}</p></section>
<section id="about">
${data.content}</section>
${rights(data.lawful_bases, data.special_category)}
<section id="general">
${general.map((g) => `<section id="general-${g.id}"><h2>${escape(g.title)}</h2>
${g.html}</section>`).join("\n")}
</section>
${back ? `<section id="backlinks"><h2>Other notices that mention this one</h2>
<ul>
${back.map(link).join("\n")}
</ul>
</section>` : ""}`;
    const crumbs = [{ url: "/notices/", title: "Notices" }, { url: `/categories/${category.id}/`, title: category.title }, { title: data.title }];
    return shell({ site: hub.site, title: data.title, description: data.summary, crumbs, main });
  },
};
