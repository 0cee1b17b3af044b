//! What can be found: every thing of the catalogue with the texts that it is found by.

use super::{Entry, Kind};
use crate::model::{Anchor, Catalogue, Id, Passage, Source, Text};

/// How much a word counts in a title, in another name of the thing, in what is said about it.
const TITLE: u8 = 10;
const NAME: u8 = 8;
const SAID: u8 = 4;
/// In what belongs to it.
const BESIDE: u8 = 2;

impl Entry {
    pub fn new(kind: Kind, id: impl ToString, title: &Text) -> Entry {
        Entry {
            kind,
            id: id.to_string(),
            home: None,
            title: title.clone(),
            note: String::new(),
            fields: Vec::new(),
            sources: Vec::new(),
            title_weight: TITLE,
        }
    }

    /// A text that is a title and all there is to say.
    fn passage(kind: Kind, id: &Id, text: &Text, sources: &[Source]) -> Entry {
        Entry { title_weight: SAID, ..Entry::new(kind, id, text).read_from(sources) }
    }

    /// What the reader noted about a thing: its name as it stood where she noted, and her words.
    pub fn of_note(anchor: &str, quoted: &str, kind: &str, texts: &[String]) -> Entry {
        let own = |text: &str| Text { sv: text.to_owned(), en: text.to_owned() };
        let note = Entry { note: kind.to_owned(), title_weight: SAID, ..Entry::new(Kind::Note, anchor, &own(quoted)) };
        texts.iter().fold(note, |note, text| Entry { fields: [note.fields, vec![(own(text), NAME)]].concat(), ..note })
    }

    fn read_from(mut self, sources: &[Source]) -> Entry {
        self.sources = sources.to_vec();
        self
    }

    /// The thing on whose page it stands.
    fn at(mut self, home: Anchor) -> Entry {
        self.home = Some(home);
        self
    }

    fn named(mut self, name: &str) -> Entry {
        self.fields.push((Text { sv: name.to_owned(), en: String::new() }, NAME));
        self
    }

    /// What is said about it.
    pub fn said(mut self, text: &Text) -> Entry {
        self.fields.push((text.clone(), SAID));
        self
    }

    fn beside(mut self, text: &Text) -> Entry {
        self.fields.push((text.clone(), BESIDE));
        self
    }
}

/// Everything that a catalogue holds, in its order.
pub fn of(catalogue: &Catalogue) -> Vec<Entry> {
    let mut all = Vec::new();
    goals(catalogue, &mut all);
    for sdg in &catalogue.sdgs {
        all.push(Entry::new(Kind::Sdg, sdg.number, &sdg.name).named(&sdg.number.to_string()));
    }
    for actor in &catalogue.actors {
        all.push(Entry::new(Kind::Actor, &actor.id, &actor.name).read_from(&actor.sources));
    }
    for event in &catalogue.events {
        let mut entry = Entry::new(Kind::Event, &event.id, &event.title).read_from(&event.sources).said(&event.text);
        for name in event.case_number.iter().chain(&event.paragraph).chain(std::iter::once(&event.date)) {
            entry = entry.named(name);
        }
        all.push(event.points.iter().fold(entry, |entry, point| entry.beside(&point.text)));
    }
    money(catalogue, &mut all);
    for round in &catalogue.rounds {
        let home = || Anchor::of("round", &round.id);
        all.push(Entry::new(Kind::FollowUp, "", &round.title).read_from(&round.sources).said(&round.text).at(home()));
        for count in &round.counts {
            all.push(Entry::passage(Kind::FollowUp, &count.id, &count.label, &count.sources).named(&count.printed).at(home()));
        }
        for passage in round.findings.iter().chain(&round.missing) {
            all.push(Entry::passage(Kind::FollowUp, &passage.id, &passage.text, &passage.sources).at(home()));
        }
    }
    for principle in &catalogue.principles {
        all.push(Entry::passage(Kind::Rights, &principle.id, &principle.text, &principle.sources));
    }
    for activity in &catalogue.rights_activities {
        let mut entry = Entry::passage(Kind::Rights, &activity.id, &activity.text, &activity.sources);
        if let Some(why) = &activity.why {
            entry = entry.beside(why);
        }
        all.push(entry);
    }
    for passage in &catalogue.rights_reporting {
        all.push(Entry::passage(Kind::Rights, &passage.id, &passage.text, &passage.sources));
    }
    for term in &catalogue.terms {
        let title = Text { sv: term.name.clone(), en: term.name.clone() };
        let entry = Entry::new(Kind::Term, &term.id, &title).read_from(term.mentions.get(..1).unwrap_or_default());
        all.push(term.variants.iter().fold(entry, |entry, name| entry.named(name)).said(&term.text));
    }
    for item in &catalogue.contradictions {
        let mut entry = Entry::new(Kind::Contradiction, &item.id, &item.title);
        entry.title_weight = SAID;
        entry.sources = item.readings.iter().take(2).map(|reading| reading.source.clone()).collect();
        for reading in &item.readings {
            entry = entry.beside(&Text { sv: reading.value.clone(), en: String::new() });
        }
        all.push(entry.beside(&item.why));
    }
    for document in &catalogue.documents {
        let mut entry = Entry::new(Kind::Document, &document.id, &document.title).said(&document.about);
        for name in document.case_number.iter().chain(&document.paragraph) {
            entry = entry.named(name);
        }
        all.push(entry);
    }
    all
}

fn goals(catalogue: &Catalogue, all: &mut Vec<Entry>) {
    for area in &catalogue.areas {
        all.push(Entry::new(Kind::Area, &area.id, &area.title).read_from(&area.sources));
    }
    for goal in &catalogue.goals {
        let home = || Anchor::goal(&goal.id);
        let mut entry = Entry::new(Kind::Goal, &goal.id, &goal.title).read_from(&goal.sources);
        if let Some(area) = catalogue.area(&goal.area) {
            entry = entry.beside(&area.title);
        }
        all.push(entry);
        if let Some(indicator) = &goal.indicator {
            all.push(Entry::passage(Kind::FollowUp, &goal.id, &indicator.text, &indicator.sources).at(home()));
        }
        let follow_up = |passage: &Passage| Entry::passage(Kind::FollowUp, &passage.id, &passage.text, &passage.sources).at(home());
        all.extend(goal.outcome.iter().chain(&goal.follow_up).map(follow_up));
        for activity in &goal.activities {
            all.push(Entry::passage(Kind::Activity, &activity.id, &activity.text, &activity.sources).at(home()));
        }
    }
    for assignment in &catalogue.assignments {
        let home = || Anchor::assignment(&assignment.id);
        all.push(
            Entry::new(Kind::Assignment, &assignment.id, &assignment.short)
                .read_from(&assignment.sources)
                .said(&assignment.title)
                .said(&assignment.reports_back.text),
        );
        for activity in &assignment.activities {
            all.push(Entry::passage(Kind::Activity, &activity.id, &activity.text, &activity.sources).at(home()));
        }
    }
}

fn money(catalogue: &Catalogue, all: &mut Vec<Entry>) {
    for table in &catalogue.tables {
        all.push(Entry::new(Kind::Table, &table.id, &table.title).read_from(&table.sources));
        for row in &table.rows {
            let mut entry = Entry::new(Kind::Row, &row.id, &row.label).read_from(&row.sources).at(Anchor::table(&table.id));
            if let Some(expanded) = &row.expanded {
                entry.fields.push((expanded.clone(), NAME));
            }
            all.push(entry.beside(&table.title));
        }
    }
    for figure in &catalogue.figures {
        all.push(Entry::passage(Kind::Figure, &figure.id, &figure.label, &figure.sources).named(&figure.printed));
    }
}
