//! The places where the documents disagree, by what they concern.

use crate::model::{Anchor, Catalogue, Contradiction};

/// Every contradiction that touches one of the anchors, in the order of the file, each once.
pub fn touching<'a>(catalogue: &'a Catalogue, anchors: &[Anchor]) -> Vec<&'a Contradiction> {
    catalogue.contradictions.iter().filter(|item| item.touches.iter().any(|anchor| anchors.contains(anchor))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Text};

    #[test]
    fn a_contradiction_is_found_by_anything_it_touches_and_only_once() {
        let item = |id: &str, touches: &[&str]| Contradiction {
            id: Id::parse(id).unwrap(),
            title: Text::default(),
            kind: "name".into(),
            readings: Vec::new(),
            used: None,
            why: Text::default(),
            touches: touches.iter().map(|t| Anchor::parse(t).unwrap()).collect(),
        };
        let catalogue =
            Catalogue { contradictions: vec![item("a", &["goal/x", "sdg/11"]), item("b", &["term/y"])], ..Catalogue::default() };
        let found = |anchors: &[&str]| -> Vec<String> {
            let anchors: Vec<Anchor> = anchors.iter().map(|a| Anchor::parse(a).unwrap()).collect();
            touching(&catalogue, &anchors).iter().map(|c| c.id.to_string()).collect()
        };
        assert_eq!(found(&["sdg/11", "goal/x"]), ["a"]);
        assert_eq!(found(&["term/y", "goal/x"]), ["a", "b"]);
        assert!(found(&["goal/z"]).is_empty());
        assert!(found(&[]).is_empty());
    }
}
