// A page of each kind of the sample hub, for the checks that look at every kind in several ways.

/** The addresses below that of the hub, by what the page is. */
export const kinds = {
  "home page": "",
  "A to Z": "notices/",
  "list of categories": "categories/",
  category: "categories/finance/",
  "notice of the council": "notices/council-tax/",
  "short notice": "notices/allotments/",
  "notice of another controller": "notices/elections/",
  "notice in several fragments": "notices/adult-social-care/",
  "notice of law enforcement": "notices/community-safety/",
  "general notice": "general/",
  "your rights": "your-rights/",
  complaints: "complaints/",
  cookies: "cookies/",
  "accessibility statement": "accessibility/",
  "free page": "about/",
  "search page": "search/",
  "page for wrong addresses": "there/is/no/such/page/",
  recipients: "recipients/",
  retention: "retention/",
  "lawful bases": "lawful-bases/",
  "automated decisions": "automated-decisions/",
  transfers: "transfers/",
  changes: "changes/",
  reviews: "reviews/",
};
