//! What is known of a value in a template.

use std::collections::HashMap;

use minijinja::machinery::ast::{Expr, Macro};

use crate::language::Wording;
use crate::render::view::described::Holds;

/// What a value is.
#[derive(Clone)]
pub(super) enum Type<'t> {
    /// It cannot be told.
    Unknown,
    /// What a view holds.
    Holds(Holds),
    /// A table of strings: the beginning of its keys, such as `t.rights`, without the `t`.
    Strings(String),
    /// A macro, and the template that declares it.
    Macro(&'t str, &'t Macro<'t>),
    /// Another template, imported whole.
    Module(&'t str),
}

/// Values by their names.
pub(super) type Names<'t> = HashMap<&'t str, Type<'t>>;

/// What a value of a type does not have: a sentence about it, and what it has instead.
pub(super) struct Lacking {
    pub(super) message: String,
    pub(super) valid: Vec<String>,
}

impl Type<'_> {
    /// What is left when a value that may be absent is there.
    fn present(&self) -> Option<Holds> {
        let &Type::Holds(mut holds) = self else { return None };
        while let Holds::Optional(inner) = holds {
            holds = *inner;
        }
        Some(holds)
    }

    /// What a list of this type holds, one by one.
    pub(super) fn element(&self) -> Self {
        match self.present() {
            Some(Holds::List(inner)) => Type::Holds(*inner),
            _ => Type::Unknown,
        }
    }

    /// The field of a value, which templates write as `written`.
    pub(super) fn field(&self, name: &str, written: &str, wording: &Wording) -> Result<Self, Lacking> {
        let lacks = |message, valid| Err(Lacking { message, valid });
        if let Type::Strings(above) = self {
            let key = if above.is_empty() { name.to_owned() } else { format!("{above}.{name}") };
            return if wording.get(&key).is_some() {
                Ok(Type::Holds(Holds::Text))
            } else if wording.below(&key).next().is_some() {
                Ok(Type::Strings(key))
            } else {
                let mut beside: Vec<String> = wording.below(above).map(str::to_owned).collect();
                beside.dedup();
                lacks(format!("There is no string `{written}.{name}`"), beside)
            };
        }
        match self.present() {
            Some(Holds::View(view)) => {
                let fields = view.fields();
                match fields.iter().find(|field| field.name == name) {
                    Some(field) => Ok(Type::Holds(field.holds)),
                    None => {
                        let names = fields.iter().map(|field| field.name.to_owned()).collect();
                        lacks(format!("`{written}` has no field `{name}`"), names)
                    }
                }
            }
            Some(Holds::List(_)) => lacks(format!("`{written}` is a list and has no field `{name}`"), Vec::new()),
            Some(Holds::Text) => lacks(format!("`{written}` is text and has no field `{name}`"), Vec::new()),
            Some(Holds::Number) => lacks(format!("`{written}` is a number and has no field `{name}`"), Vec::new()),
            Some(Holds::Truth) => lacks(format!("`{written}` is true or false and has no field `{name}`"), Vec::new()),
            Some(Holds::Optional(_)) | None => Ok(Type::Unknown),
        }
    }
}

/// Gives the names of a target a type; of several at once nothing is known.
pub(super) fn bind<'t>(target: &'t Expr<'t>, is: Type<'t>, names: &mut Names<'t>) {
    match target {
        Expr::Var(variable) => {
            names.insert(variable.id, is);
        }
        Expr::List(list) => list.items.iter().for_each(|one| bind(one, Type::Unknown, names)),
        Expr::Tuple(tuple) => tuple.items.iter().for_each(|one| bind(one, Type::Unknown, names)),
        _ => {}
    }
}

/// An expression in short, as sentences name it.
pub(super) fn written(expression: &Expr<'_>) -> String {
    match expression {
        Expr::Var(variable) => variable.id.to_owned(),
        Expr::GetAttr(get) => format!("{}.{}", written(&get.expr), get.name),
        Expr::GetItem(get) => format!("{}[]", written(&get.expr)),
        Expr::Filter(filter) => filter.expr.as_ref().map_or_else(String::new, written),
        _ => "this".to_owned(),
    }
}
