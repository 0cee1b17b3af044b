//! Everything in the data files that says where it was read.

use serde_json::{Map, Value};

/// A place that an entry cites.
#[derive(Clone, Debug)]
pub struct Place {
    pub document: String,
    pub section: String,
    pub section_page: Option<u64>,
    pub table: Option<String>,
    pub row: Option<String>,
    pub lines: [usize; 2],
}

/// An object of a data file that cites places.
pub struct Entry<'a> {
    pub file: &'static str,
    /// Where it stands in the file, by ids where there are any: `goals/klimatneutral/activities/klimatneutral-csrd`.
    pub path: String,
    pub value: &'a Value,
    pub places: Vec<Place>,
}

impl Entry<'_> {
    /// File and path, as the findings name an entry.
    pub fn name(&self) -> String {
        format!("{}: {}", self.file, self.path)
    }

    /// The list that the entry stands in (`activities`), or the member that it is (`indicator`).
    pub fn role(&self) -> &str {
        let parts: Vec<&str> = self.path.rsplit('/').collect();
        match self.value.get("id").or(self.value.get("number")).or(self.value.get("actor")) {
            Some(_) => parts.get(1).copied().unwrap_or_default(),
            None => parts.iter().find(|part| !part.chars().all(|c| c.is_ascii_digit())).copied().unwrap_or_default(),
        }
    }
}

/// Every object that cites a place, however deep it stands.
pub fn entries<'a>(file: &'static str, value: &'a Value) -> Vec<Entry<'a>> {
    let mut found = Vec::new();
    walk(file, value, String::new(), &mut found);
    found
}

fn walk<'a>(file: &'static str, value: &'a Value, path: String, found: &mut Vec<Entry<'a>>) {
    match value {
        Value::Object(members) => {
            if let Some(places) = places(members, &path) {
                found.push(Entry { file, path: path.clone(), value, places });
            }
            for (key, member) in members.iter().filter(|(key, _)| !matches!(key.as_str(), "sources" | "source" | "mentions")) {
                walk(file, member, join(&path, key), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let name = ["id", "actor"].iter().find_map(|key| item.get(key)?.as_str()).map_or_else(|| index.to_string(), str::to_owned);
                walk(file, item, join(&path, &name), found);
            }
        }
        _ => {}
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

fn places(members: &Map<String, Value>, path: &str) -> Option<Vec<Place>> {
    if let Some(one) = members.get("source") {
        return Some(vec![place(one, path)]);
    }
    let many = members.get("sources").or(members.get("mentions"))?.as_array()?;
    Some(many.iter().map(|one| place(one, path)).collect())
}

fn place(value: &Value, path: &str) -> Place {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let line = |index: usize| {
        value.pointer(&format!("/lines/{index}")).and_then(Value::as_u64).unwrap_or_else(|| panic!("{path}: a place without lines"))
            as usize
    };
    Place {
        document: text("document").unwrap_or_default(),
        section: text("section").unwrap_or_default(),
        section_page: value.get("section_page").and_then(Value::as_u64),
        table: text("table"),
        row: text("row"),
        lines: [line(0), line(1)],
    }
}
