//! What the data files look like, as JSON Schema (native only).
//!
//! The code that reads a file is run on nothing and notes what it asks for; a [`Sketch`] is what it noted.

use super::object::{Need, Object};
use super::{FileName, Kind, decode, manifest, publisher};
use crate::model::Catalogue;
use serde_json::{Map, Value, json};

/// An object: its name and its fields in the order in which they are read.
#[derive(Debug, Default)]
pub(super) struct Sketch {
    name: &'static str,
    about: &'static str,
    fields: Vec<Field>,
    /// What is being said about the field that is asked for next.
    pub next: Field,
}

#[derive(Debug, Default)]
pub(super) struct Field {
    name: &'static str,
    asked: Option<(Need, Kind)>,
    pub about: &'static str,
    pub range: Option<(u32, u32)>,
    pub words: Vec<&'static str>,
    /// Whether only these words may stand.
    pub closed: bool,
    /// The kind of entry that an id names.
    pub target: Option<&'static str>,
    pub not_empty: bool,
    within: Option<Box<Sketch>>,
}

impl Sketch {
    pub fn field(&mut self, name: &'static str, need: Need, kind: Kind) {
        let field = Field { name, asked: Some((need, kind)), ..std::mem::take(&mut self.next) };
        self.fields.push(field);
    }

    /// What stands in the object or list that was asked for last.
    pub fn within(&mut self, sketch: Sketch) {
        if let Some(field) = self.fields.last_mut() {
            field.within = Some(Box::new(sketch));
        }
    }

    pub fn shape(&mut self, name: &'static str, about: &'static str) {
        self.name = name;
        self.about = about;
    }
}

/// The JSON Schemas of all files: name without `.schema.json`, and text.
pub fn schemas() -> Vec<(String, String)> {
    let mut out = Vec::new();
    for name in FileName::ALL {
        let sketch = Object::described(&|object| {
            object.format_is_known();
            decode::lists(object, name, &mut Catalogue::default());
        });
        out.push((name.stem().to_owned(), schema(&sketch)));
    }
    let manifest = Object::described(&|object| {
        manifest::manifest(object);
    });
    out.push(("manifest".to_owned(), schema(&manifest)));
    let site = Object::described(&|object| {
        publisher::publisher(object);
    });
    out.push(("site".to_owned(), schema(&site)));
    out
}

fn schema(sketch: &Sketch) -> String {
    let mut definitions = Map::new();
    let mut root = object(sketch, &mut definitions);
    let mut out = Map::new();
    out.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    out.insert("title".into(), format!("{}.json", sketch.name).into());
    if let Some(members) = root.as_object_mut() {
        // The file may name its own schema for editors.
        if let Some(properties) = members.get_mut("properties").and_then(Value::as_object_mut) {
            properties.insert("$schema".into(), json!({ "type": "string" }));
        }
        out.append(members);
    }
    if !definitions.is_empty() {
        out.insert("$defs".into(), definitions.into());
    }
    let mut text = serde_json::to_string_pretty(&Value::Object(out)).unwrap_or_default();
    text.push('\n');
    text
}

fn object(sketch: &Sketch, definitions: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in &sketch.fields {
        let Some((need, _)) = field.asked else { continue };
        if need == Need::Must {
            required.push(field.name);
        }
        properties.insert(field.name.to_owned(), value(field, definitions));
    }
    json!({
        "description": sketch.about,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// The schema of a named object, written once and referred to.
fn named(sketch: &Sketch, definitions: &mut Map<String, Value>) -> Value {
    if !definitions.contains_key(sketch.name) {
        let whole = object(sketch, definitions);
        definitions.insert(sketch.name.to_owned(), whole);
    }
    reference(sketch.name)
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn define(name: &str, definitions: &mut Map<String, Value>, what: Value) -> Value {
    definitions.entry(name).or_insert(what);
    reference(name)
}

fn id(definitions: &mut Map<String, Value>) -> Value {
    define(
        "id",
        definitions,
        json!({
            "description": "Lower-case letters a–z, digits and single hyphens between them; never changes.",
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "maxLength": 96,
        }),
    )
}

fn value(field: &Field, definitions: &mut Map<String, Value>) -> Value {
    let Some((need, kind)) = field.asked else { return Value::Null };
    let mut schema = match kind {
        Kind::Text => json!({ "type": "string" }),
        Kind::Word if field.closed => json!({ "type": "string", "enum": field.words }),
        Kind::Word => json!({ "type": "string", "examples": field.words }),
        Kind::BothLanguages => define(
            "text",
            definitions,
            json!({
                "description": "A text in both languages of the application.",
                "type": "object",
                "properties": { "sv": { "type": "string" }, "en": { "type": "string" } },
                "required": ["sv", "en"],
                "additionalProperties": false,
            }),
        ),
        Kind::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Id => id(definitions),
        Kind::Ids => json!({ "type": "array", "items": id(definitions) }),
        Kind::IdPair => json!({ "type": "array", "items": id(definitions), "minItems": 2, "maxItems": 2 }),
        Kind::Anchors => {
            json!({ "type": "array", "items": { "type": "string", "pattern": "^[a-z0-9-]+(/[a-z0-9]+(-[a-z0-9]+)*){1,3}$" } })
        }
        Kind::Number => {
            let mut number = json!({ "type": "integer", "minimum": 0 });
            if let (Some((from, to)), Some(members)) = (field.range, number.as_object_mut()) {
                members.insert("minimum".into(), from.into());
                members.insert("maximum".into(), to.into());
            }
            number
        }
        Kind::Decimal => json!({ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,9})?$" }),
        Kind::Lines => json!({ "type": "array", "items": { "type": "integer", "minimum": 1 }, "minItems": 2, "maxItems": 2 }),
        Kind::Cells => json!({ "type": "object", "propertyNames": id(definitions), "additionalProperties": cell() }),
        Kind::Cell => cell(),
        Kind::YesNo => json!({ "type": "boolean" }),
        Kind::List => {
            let items = field.within.as_ref().map_or(Value::Bool(true), |sketch| named(sketch, definitions));
            json!({ "type": "array", "items": items })
        }
        Kind::Object => field.within.as_ref().map_or(Value::Bool(true), |sketch| named(sketch, definitions)),
        // These are found, never asked for.
        Kind::Null | Kind::Fraction => Value::Bool(false),
    };
    if field.not_empty
        && let Some(members) = schema.as_object_mut()
    {
        members.insert("minItems".into(), 1.into());
    }
    if need == Need::OrNull {
        schema = json!({ "anyOf": [schema, { "type": "null" }] });
    }
    let mut about = field.about.to_owned();
    if let Some(target) = field.target {
        if !about.is_empty() {
            about.push(' ');
        }
        about.push_str(if kind == Kind::Ids { "Ids of kind `" } else { "Id of kind `" });
        about.push_str(target);
        about.push_str("`.");
    }
    if !about.is_empty()
        && let Some(members) = schema.as_object_mut()
    {
        members.insert("description".into(), about.into());
    }
    schema
}

fn cell() -> Value {
    json!({ "type": ["integer", "null"] })
}
