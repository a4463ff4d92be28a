//! The walk through templates, with the types of all names at each place.

use std::collections::{HashMap, HashSet};

use minijinja::machinery::Span;
use minijinja::machinery::ast::{Call, CallArg, Expr, ForLoop, Macro, Stmt};

use super::types::{Names, Type, bind, written};
use super::{Tree, Trouble, WrongName};
use crate::language::Wording;
use crate::render::view::templates::TemplateView;

/// Names that the engine itself or this program gives a meaning.
const BUILT_IN: [&str; 9] = ["asset", "range", "dict", "debug", "namespace", "loop", "self", "super", "caller"];

/// How deep templates and macros may use each other before we stop following.
const DEPTH: usize = 16;

/// A walk, and what it has found.
pub(super) struct Walk<'t> {
    trees: &'t HashMap<&'t str, Tree<'t>>,
    wording: &'t Wording,
    /// The template in which we are.
    template: &'t str,
    /// The names that exist here: those of the template, then those of each block of code around us.
    names: Vec<Names<'t>>,
    depth: usize,
    pub(super) troubles: Vec<Trouble>,
    reported: HashSet<(&'t str, u32, String)>,
}

impl<'t> Walk<'t> {
    pub(super) fn new(trees: &'t HashMap<&'t str, Tree<'t>>, wording: &'t Wording) -> Self {
        let (names, troubles, reported) = (Vec::new(), Vec::new(), HashSet::new());
        Walk { trees, wording, template: "", names, depth: 0, troubles, reported }
    }

    /// Walks through a template as it is rendered.
    pub(super) fn rendered(&mut self, template: &TemplateView) {
        let mut names: Names<'t> =
            template.sees().into_iter().map(|(name, holds)| (name, Type::Holds(holds))).collect();
        names.insert("t", Type::Strings(String::new()));
        self.names = vec![names];
        self.other(template.file);
    }

    /// Walks through another template with the names that exist here.
    fn other(&mut self, name: &'t str) {
        let Some(tree) = self.trees.get(name) else { return };
        if self.depth == DEPTH {
            return;
        }
        let here = std::mem::replace(&mut self.template, name);
        self.depth += 1;
        self.statement(&tree.root);
        self.depth -= 1;
        self.template = here;
    }

    fn statements(&mut self, statements: &'t [Stmt<'t>]) {
        statements.iter().for_each(|statement| self.statement(statement));
    }

    /// Walks through statements with names of their own.
    fn block(&mut self, names: Names<'t>, statements: &'t [Stmt<'t>]) {
        self.names.push(names);
        self.statements(statements);
        self.names.pop();
    }

    fn statement(&mut self, statement: &'t Stmt<'t>) {
        match statement {
            Stmt::Template(template) => {
                // Macros may be called before they are declared, from within others.
                for each in &template.children {
                    self.declare(each);
                }
                self.statements(&template.children);
            }
            Stmt::EmitExpr(emit) => self.evaluate(&emit.expr),
            Stmt::EmitRaw(_) => {}
            Stmt::ForLoop(each) => self.repeat(each),
            Stmt::IfCond(test) => {
                self.evaluate(&test.expr);
                self.statements(&test.true_body);
                self.statements(&test.false_body);
            }
            Stmt::WithBlock(with) => {
                let mut names = Names::new();
                for (target, value) in &with.assignments {
                    let is = self.of(value);
                    bind(target, is, &mut names);
                }
                self.block(names, &with.body);
            }
            Stmt::Set(set) => {
                let is = self.of(&set.expr);
                self.assign(&set.target, is);
            }
            Stmt::SetBlock(set) => {
                set.filter.iter().for_each(|filter| self.evaluate(filter));
                self.statements(&set.body);
                self.assign(&set.target, Type::Unknown);
            }
            Stmt::AutoEscape(one) => self.statements(&one.body),
            Stmt::FilterBlock(one) => self.statements(&one.body),
            Stmt::Block(one) => self.statements(&one.body),
            Stmt::Import(import) => self.import(&import.expr, &import.name),
            Stmt::FromImport(import) => self.import_names(&import.expr, &import.names),
            Stmt::Extends(other) => {
                self.named(&other.name).into_iter().for_each(|name| self.other(name));
            }
            Stmt::Include(other) if other.ignore_missing => self.evaluate(&other.name),
            Stmt::Include(other) => {
                self.named(&other.name).into_iter().for_each(|name| self.other(name));
            }
            Stmt::Macro(one) => self.call_macro(self.template, one, &[], false),
            Stmt::CallBlock(one) => {
                self.call(&one.call);
                self.call_macro(self.template, &one.macro_decl, &[], false);
            }
            Stmt::Do(one) => {
                self.call(&one.call);
            }
        }
    }

    fn declare(&mut self, statement: &'t Stmt<'t>) {
        if let (Stmt::Macro(one), Some(names)) = (statement, self.names.last_mut()) {
            names.insert(one.name, Type::Macro(self.template, one));
        }
    }

    fn assign(&mut self, target: &'t Expr<'t>, is: Type<'t>) {
        if let Some(names) = self.names.last_mut() {
            bind(target, is, names);
        }
    }

    fn repeat(&mut self, each: &'t ForLoop<'t>) {
        let element = self.of(&each.iter).element();
        let mut names = Names::from([("loop", Type::Unknown)]);
        bind(&each.target, element, &mut names);
        self.names.push(names);
        each.filter_expr.iter().for_each(|filter| self.evaluate(filter));
        self.statements(&each.body);
        self.names.pop();
        self.statements(&each.else_body);
    }

    fn import(&mut self, from: &'t Expr<'t>, name: &'t Expr<'t>) {
        let module = self.named(from);
        self.assign(name, module.map_or(Type::Unknown, Type::Module));
    }

    fn import_names(&mut self, from: &'t Expr<'t>, names: &'t [(Expr<'t>, Option<Expr<'t>>)]) {
        let module = self.named(from);
        for (name, alias) in names {
            let Expr::Var(variable) = name else { continue };
            let is = match module {
                Some(module) => self.of_module(module, variable.id, name.span()),
                None => Type::Unknown,
            };
            self.assign(alias.as_ref().unwrap_or(name), is);
        }
    }

    /// A macro of another template; a variable that it sets cannot be told.
    fn of_module(&mut self, module: &'t str, name: &str, span: Span) -> Type<'t> {
        let Some((Tree { root: Stmt::Template(root), .. }, module)) =
            self.trees.get_key_value(module).map(|(module, tree)| (tree, *module))
        else {
            return Type::Unknown;
        };
        let mut macros = Vec::new();
        for statement in &root.children {
            match statement {
                Stmt::Macro(one) if one.name == name => return Type::Macro(module, one),
                Stmt::Macro(one) => macros.push(one.name.to_owned()),
                Stmt::Set(_) | Stmt::SetBlock(_) | Stmt::FromImport(_) | Stmt::Import(_) => return Type::Unknown,
                _ => {}
            }
        }
        self.report(span, name, format!("`{module}` has no macro `{name}`"), macros);
        Type::Unknown
    }

    /// The template that an expression names; none if that cannot be told.
    fn named(&mut self, expression: &'t Expr<'t>) -> Option<&'t str> {
        let name = self.constant(expression)?;
        if let Some((name, _)) = self.trees.get_key_value(name.as_str()) {
            return Some(name);
        }
        let mut templates: Vec<String> = self.trees.keys().map(|&name| name.to_owned()).collect();
        templates.sort_unstable();
        self.report(expression.span(), &name, format!("There is no template `{name}`"), templates);
        None
    }

    fn constant(&mut self, expression: &'t Expr<'t>) -> Option<String> {
        self.evaluate(expression);
        expression.as_const().and_then(|value| value.as_str().map(str::to_owned))
    }

    /// Walks through an expression whose value does not matter.
    fn evaluate(&mut self, expression: &'t Expr<'t>) {
        self.of(expression);
    }

    /// The type of an expression.
    fn of(&mut self, expression: &'t Expr<'t>) -> Type<'t> {
        match expression {
            Expr::Var(variable) => self.variable(variable.id, expression.span()),
            Expr::Const(_) => Type::Unknown,
            Expr::Slice(slice) => {
                [&slice.start, &slice.stop, &slice.step].into_iter().flatten().for_each(|part| self.evaluate(part));
                self.of(&slice.expr)
            }
            Expr::UnaryOp(one) => self.nothing(&one.expr),
            Expr::BinOp(two) => {
                self.evaluate(&two.left);
                self.nothing(&two.right)
            }
            Expr::Compare(chain) => {
                chain.ops.iter().for_each(|one| self.evaluate(&one.expr));
                self.nothing(&chain.expr)
            }
            Expr::IfExpr(test) => {
                self.evaluate(&test.test_expr);
                test.false_expr.iter().for_each(|other| self.evaluate(other));
                self.of(&test.true_expr)
            }
            Expr::Filter(filter) => self.filtered(filter.name, filter.expr.as_ref(), &filter.args),
            Expr::Test(test) => {
                self.arguments(&test.args);
                // Whoever asks whether something is there knows that it may not be.
                if !matches!(test.name, "defined" | "undefined") {
                    self.evaluate(&test.expr);
                }
                Type::Unknown
            }
            Expr::GetAttr(get) => {
                let of = self.of(&get.expr);
                self.field(&of, get.name, &get.expr, expression.span())
            }
            Expr::GetItem(get) => {
                let of = self.of(&get.expr);
                match self.constant(&get.subscript_expr) {
                    Some(name) => self.field(&of, &name, &get.expr, expression.span()),
                    None => of.element(),
                }
            }
            Expr::Call(call) => self.call(call),
            Expr::List(list) => self.all(&list.items),
            Expr::Tuple(tuple) => self.all(&tuple.items),
            Expr::Map(map) => {
                self.all(&map.keys);
                self.all(&map.values)
            }
        }
    }

    fn nothing(&mut self, expression: &'t Expr<'t>) -> Type<'t> {
        self.evaluate(expression);
        Type::Unknown
    }

    fn all(&mut self, expressions: &'t [Expr<'t>]) -> Type<'t> {
        expressions.iter().for_each(|one| self.evaluate(one));
        Type::Unknown
    }

    fn variable(&mut self, name: &'t str, span: Span) -> Type<'t> {
        if let Some(is) = self.names.iter().rev().find_map(|names| names.get(name)) {
            return is.clone();
        }
        if !BUILT_IN.contains(&name) {
            let mut known: Vec<String> =
                self.names.iter().flat_map(|names| names.keys().map(|&key| key.to_owned())).collect();
            known.sort_unstable();
            self.report(span, name, format!("This template sees nothing called `{name}`"), known);
        }
        Type::Unknown
    }

    fn filtered(&mut self, name: &str, of: Option<&'t Expr<'t>>, arguments: &'t [CallArg<'t>]) -> Type<'t> {
        self.arguments(arguments);
        match (name, of) {
            ("default" | "d", _) | (_, None) => Type::Unknown,
            ("first" | "last" | "min" | "max", Some(of)) => self.of(of).element(),
            ("sort" | "reverse" | "list" | "unique", Some(of)) => self.of(of),
            (_, Some(of)) => self.nothing(of),
        }
    }

    fn arguments(&mut self, arguments: &'t [CallArg<'t>]) -> Vec<(Option<&'t str>, Type<'t>)> {
        let argument = |argument: &'t CallArg<'t>| match argument {
            CallArg::Pos(value) => (None, self.of(value)),
            CallArg::Kwarg(name, value) => (Some(*name), self.of(value)),
            CallArg::PosSplat(value) | CallArg::KwargSplat(value) => (Some(""), self.nothing(value)),
        };
        arguments.iter().map(argument).collect()
    }

    fn call(&mut self, call: &'t Call<'t>) -> Type<'t> {
        let given = self.arguments(&call.args);
        let called = match &call.expr {
            Expr::GetAttr(get) => match self.of(&get.expr) {
                Type::Module(module) => self.of_module(module, get.name, call.expr.span()),
                _ => Type::Unknown,
            },
            other => self.of(other),
        };
        if let Type::Macro(template, one) = called {
            self.call_macro(template, one, &given, true);
        }
        Type::Unknown
    }

    /// Walks through a macro with what it is called with; of what it is not given nothing is known.
    fn call_macro(&mut self, template: &'t str, one: &'t Macro<'t>, given: &[(Option<&str>, Type<'t>)], is_call: bool) {
        if self.depth == DEPTH {
            return;
        }
        let mut names = Names::new();
        for (place, target) in one.args.iter().enumerate() {
            let Expr::Var(variable) = target else { continue };
            let by_name = given.iter().find(|(name, _)| *name == Some(variable.id));
            let by_place = given.get(place).filter(|(name, _)| name.is_none());
            names.insert(variable.id, by_place.or(by_name).map_or(Type::Unknown, |(_, is)| is.clone()));
        }
        // A macro sees the names of its own template, and not those around the call.
        let mut around: Names<'t> = self.names.first().cloned().unwrap_or_default();
        if let (true, Some(Tree { root: Stmt::Template(root), .. })) = (is_call, self.trees.get(template)) {
            let macros = root.children.iter().filter_map(|each| match each {
                Stmt::Macro(one) => Some((one.name, Type::Macro(template, one))),
                _ => None,
            });
            around.extend(macros);
        }
        let here = std::mem::replace(&mut self.names, vec![around]);
        let from = std::mem::replace(&mut self.template, template);
        self.depth += 1;
        self.block(names, &one.body);
        self.depth -= 1;
        (self.names, self.template) = (here, from);
    }

    fn field(&mut self, of: &Type<'t>, name: &str, object: &Expr<'_>, whole: Span) -> Type<'t> {
        if let Type::Module(module) = of {
            return self.of_module(module, name, whole);
        }
        match of.field(name, &written(object), self.wording) {
            Ok(is) => is,
            Err(lacking) => {
                self.report(whole, name, lacking.message, lacking.valid);
                Type::Unknown
            }
        }
    }

    /// Reports a name, once for each place.
    fn report(&mut self, span: Span, wrong: &str, message: String, valid: Vec<String>) {
        if !self.reported.insert((self.template, span.start_offset, message.clone())) {
            return;
        }
        // What is wrong of `notice.sumary` is its end.
        let (start, end) = (span.start_offset as usize, span.end_offset as usize);
        let text = self.trees.get(self.template).map_or("", |tree| tree.text);
        let is_last = text.get(start..end).is_some_and(|written| written.ends_with(wrong));
        self.troubles.push(Trouble {
            template: self.template.to_owned(),
            line: Some(usize::from(span.start_line)),
            range: Some(if is_last { end - wrong.len() } else { start }..end),
            message,
            name: Some(Box::new(WrongName { wrong: wrong.to_owned(), valid })),
        });
    }
}
