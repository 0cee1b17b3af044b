//! All the reader's notes on their page: searching, choosing, files, copies, what cannot be read, erasing.
//!
//! Only the running application has notes, so nothing of this stands in the static page (`page/notes`). It is written in
//! parts, so that what the reader types into or has just opened is not written anew with the rest. Buttons say in
//! `data-act` what they do, and have ids, by which they keep the focus when they are written anew.

use super::assessment::sign;
use super::parts::{link, paragraph};
use crate::i18n::{date, notebook as words, notes};
use crate::markup::{Element, Markup, Node, el};
use crate::model::Language;
use crate::notes::book::{Book, Filter, Order, Shown};
use crate::notes::file::{Effect, Entry, FileRefused, LARGEST_BYTES, Plan, Refused};
use crate::notes::note::KindName;
use crate::notes::record::{self, Damage};
use crate::notes::shelf::{Odd, Quarantined};
use crate::notes::snapshot::{Occasion, Snapshot};
use crate::notes::unsaved::Unsaved;
use crate::notes::{Assessed, Kind, Note, Time};
use std::borrow::Cow;

/// Where the thing is shown that a note is about; nothing in it where it is not in the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub title: Option<String>,
    pub address: Option<String>,
}

/// What is shown.
pub struct Notebook<'a> {
    pub language: Language,
    /// Whose assessments the reader's own are not.
    pub city: &'a str,
    pub data_version: &'a str,
    pub book: &'a Book,
    pub filter: &'a Filter,
    pub order: Order,
    /// Where things are; nothing while that is not known, so that none is called missing for it.
    pub places: Option<&'a dyn Fn(&Note) -> Found>,
    /// How long notes last here.
    pub limits: &'a str,
    /// How many notes are in no file, and when the last file was saved.
    pub exported: (usize, Option<Time>),
    pub unsaved: &'a [Unsaved],
    /// Each with the number of its notes.
    pub copies: &'a [(Snapshot, usize)],
    /// What a file would do, and whether notes that were deleted here are to come back with it.
    pub plan: Option<(&'a Plan, bool)>,
    /// The reader is being asked whether everything is to be erased.
    pub erasing: bool,
}

/// The parts in their order on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// How long notes last.
    pub limits: Markup,
    /// Saving notes to a file and reading them from one: it stays as it is while the reader looks for her file.
    pub files: Markup,
    pub exported: Markup,
    /// What a file would do, and what is not saved.
    pub first: Markup,
    /// The field to search in: the reader types into it, and its text is not in here.
    pub search: Markup,
    pub chooser: Markup,
    /// How many are shown, to be heard.
    pub count: String,
    pub many: Markup,
    pub none: Markup,
    pub entries: Vec<Markup>,
    pub last: Markup,
}

pub fn parts(page: &Notebook) -> Parts {
    let language = page.language;
    let list = page.book.list(page.filter, page.order);
    let total = page.book.list(&Filter::default(), Order::default()).len();
    let none = match (total, list.len()) {
        (0, _) => Some(words::none_yet(language)),
        (_, 0) => Some(notes::no_notes_match(language)),
        _ => None,
    };
    let plan = page.plan.map(|(plan, restore)| preview(language, plan, restore));
    let written = |nodes: Vec<Node>| Node::Fragment(nodes).to_markup();
    Parts {
        limits: written(limits(page)),
        files: files(language).to_markup(),
        exported: exported(page).to_markup(),
        first: written(plan.into_iter().chain(unsaved_texts(page)).map(Node::from).collect()),
        search: search(language).to_markup(),
        chooser: written(chooser(page)),
        count: words::shown_of(language, list.len(), total).into_owned(),
        many: written(many(language, list.len(), total)),
        none: written(none.map(|sentence| paragraph(sentence).into()).into_iter().collect()),
        entries: list.iter().map(|shown| entry(page, shown).to_markup()).collect(),
        last: written(set_aside(page).into_iter().chain(copies(page)).chain([erase(page, total)]).map(Node::from).collect()),
    }
}

/// A button of this page: what it does, and an id for its focus.
fn button(act: &'static str, id: impl Into<String>, word: impl Into<String>) -> Element {
    el("button").attr("type", "button").attr("id", id).attr("data-act", act).text(word)
}

fn actions(buttons: impl IntoIterator<Item = Element>) -> Element {
    el("p").class("actions").children(buttons)
}

fn limits(page: &Notebook) -> Vec<Node> {
    // A sentence a line: together they would be the largest text of the page, and the last to come.
    page.limits.split_inclusive(". ").map(|sentence| paragraph(sentence.trim()).class("soft").into()).collect()
}

fn files(language: Language) -> Element {
    let export =
        |form: &'static str, word: Cow<'static, str>| button("notes-export", format!("spara-{form}"), word).attr("data-form", form);
    let import = el("label").class("button file-button").text(notes::import_file(language)).child(
        el("input")
            .attr("type", "file")
            .attr("id", "notes-file")
            .class("visually-hidden")
            .attr("accept", ".json,.jsonld,application/json,application/ld+json")
            .attr("data-change", "notes-file"),
    );
    actions([
        export("page", notes::export_file(language)),
        export("table", notes::export_csv(language)),
        export("text", notes::export_markdown(language)),
        import,
    ])
}

/// When notes were last saved to a file, and how many are in none.
fn exported(page: &Notebook) -> Element {
    let language = page.language;
    let (count, when) = page.exported;
    let when = when.map(|when| words::last_file(language, &date::in_words(language, &when.date())));
    let left = (count > 0).then(|| words::in_no_file(language, count));
    let exported = [when, left].into_iter().flatten().collect::<Vec<_>>().join(" ");
    el("p").class("soft").child(el("small").text(exported))
}

/// What bringing a file in would do, note by note.
fn preview(language: Language, plan: &Plan, restore: bool) -> Element {
    let groups = [
        (Effect::New, notes::effect_new(language)),
        (Effect::Newer, notes::effect_newer(language)),
        (Effect::Conflict, notes::effect_conflict(language)),
        (Effect::Deleted, notes::effect_deleted(language)),
        (Effect::Same, notes::effect_same(language)),
        (Effect::Older, notes::effect_older(language)),
    ];
    let groups = groups.into_iter().enumerate().filter(|(_, (effect, _))| plan.count(*effect) > 0).map(|(place, (effect, word))| {
        let entries = plan.entries.iter().filter(|entry| entry.effect == effect);
        let lines = entries.map(|entry| el("li").text(entry_line(language, entry)));
        el("li").child(
            el("details")
                .attr("id", format!("plan-{place}"))
                .child(el("summary").text(format!("{}: {word}", plan.count(effect))))
                .child(el("ul").children(lines)),
        )
    });
    let refused = plan.refused.iter().map(|(place, why)| el("li").text(words::refused_at(language, *place, &refused_word(language, why))));
    let (deleted, changes) = (plan.count(Effect::Deleted) > 0, plan.changes_anything());
    let can_apply = changes || (deleted && restore);
    let mut part = el("section")
        .class("plan")
        .attr("aria-labelledby", "plan-title")
        .child(el("h2").attr("id", "plan-title").text(notes::import_plan(language)))
        .child(el("ul").children(groups));
    if !plan.refused.is_empty() {
        part = part.child(paragraph(words::import_refused(language, plan.refused.len()))).child(el("ul").children(refused));
    }
    if deleted {
        let tick = el("input").attr("type", "checkbox").attr("id", "plan-restore").attr("data-change", "notes-restore-deleted");
        let label = el("label").child(tick.flag("checked", restore)).text(" ").text(notes::restore_deleted(language));
        part = part.child(el("p").child(label));
    }
    if !can_apply {
        part = part.child(paragraph(notes::import_changes_nothing(language)));
    }
    let apply = can_apply.then(|| button("notes-apply", "plan-apply", notes::import_apply(language)).class("primary"));
    part = part.child(actions(apply.into_iter().chain([button("notes-forget-plan", "plan-forget", notes::cancel(language))])));
    if changes {
        part = part.child(el("p").class("soft").child(el("small").text(words::copy_first(language))));
    }
    part
}

fn entry_line(language: Language, entry: &Entry) -> String {
    let note = &entry.note;
    if note.deleted {
        return format!("{} ({})", note.anchor, words::is_deletion(language));
    }
    let kind = note.assessed().map_or_else(|| note.kind.name().word(language), |state| state.word(language));
    let whole = says(note);
    let start: String = whole.chars().take(80).collect();
    let more = if start.len() < whole.len() { "\u{2026}" } else { "" };
    format!("{kind} \u{b7} {}: {start}{more}", note.quoted)
}

/// What a note says in a line: its text; of an assessment without one its reason.
fn says(note: &Note) -> &str {
    match &note.kind {
        Kind::Assessment { reason, .. } if note.text.is_empty() => reason,
        _ => &note.text,
    }
}

fn refused_word(language: Language, why: &Refused) -> Cow<'static, str> {
    match why {
        Refused::NotOurs => notes::refused_not_ours(language),
        Refused::NotAnAnnotation => notes::refused_not_an_annotation(language),
        Refused::Newer(_) => notes::refused_newer(language),
        Refused::Shape(member) => notes::refused_shape(language, member),
        Refused::Damaged(_) => notes::refused_damaged(language),
    }
}

/// Why a file is not read at all, and that nothing has happened.
pub fn file_refused(language: Language, why: FileRefused) -> String {
    let reason = match why {
        FileRefused::TooLarge { .. } => notes::file_too_large(language, LARGEST_BYTES / 1024 / 1024),
        FileRefused::NotJson => notes::file_not_json(language),
        FileRefused::NotAnnotations => notes::file_not_annotations(language),
        FileRefused::Collection => notes::file_collection(language),
        FileRefused::Empty => notes::file_empty(language),
    };
    format!("{reason} {}", notes::file_reassurance(language))
}

/// What was typed and not saved.
fn unsaved_texts(page: &Notebook) -> Option<Element> {
    let language = page.language;
    let entry = |unsaved: &Unsaved| {
        let title = &unsaved.note.quoted;
        let named = |button: Element, about: Cow<'static, str>| button.attr("data-name", &*unsaved.name).attr("aria-label", about);
        el("li").child(el("p").text(format!("{title}: ")).child(el("q").class("note-text").text(says(&unsaved.note)))).child(actions([
            named(
                button("notes-go-on", format!("fortsatt-{}", unsaved.name), words::go_on(language)).class("primary"),
                words::go_on_about(language, title),
            ),
            named(
                button("notes-drop", format!("slang-{}", unsaved.name), words::drop_unsaved(language)),
                words::drop_about(language, title),
            ),
        ]))
    };
    (!page.unsaved.is_empty()).then(|| {
        el("section")
            .class("plan")
            .attr("aria-labelledby", "unsaved-title")
            .child(el("h2").attr("id", "unsaved-title").text(words::unsaved_title(language)))
            .child(el("ul").children(page.unsaved.iter().map(entry)))
    })
}

/// The id of the field to search in.
pub const SEARCH: &str = "notes-words";

fn search(language: Language) -> Element {
    let input = el("input").attr("type", "search").attr("id", SEARCH).attr("autocomplete", "off").attr("data-input", "notes-words");
    el("label").class("field").child(el("span").text(words::search(language))).child(input)
}

/// Narrowing and sorting. It stays on this page: what a reader looks for in her notes is in no link.
fn chooser(page: &Notebook) -> Vec<Node> {
    let language = page.language;
    let kinds = KindName::ALL.into_iter().map(|kind| {
        button("notes-kind", format!("slag-{}", kind.key()), kind.word(language))
            .class("choice-option")
            .attr("data-kind", kind.key())
            .attr("aria-pressed", if page.filter.kinds.contains(&kind) { "true" } else { "false" })
    });
    let tags = page
        .book
        .tags()
        .into_iter()
        .map(|tag| el("option").attr("value", tag).flag("selected", page.filter.tag.as_deref() == Some(tag)).text(tag));
    let orders = Order::ALL.into_iter().enumerate().map(|(place, order)| {
        el("option").attr("value", place.to_string()).flag("selected", page.order == order).text(order_word(language, order))
    });
    let select = |id: &'static str, word: Cow<'static, str>| {
        let select = el("select").attr("id", id).attr("data-change", id);
        (el("label").class("field").child(el("span").text(word)), select)
    };
    let (tag_label, tag) = select("notes-tag", words::tag(language));
    let (order_label, order) = select("notes-order", words::order(language));
    vec![
        el("div")
            .class("choice")
            .attr("role", "group")
            .attr("aria-label", words::kinds(language))
            .child(el("span").class("choice-label").text(words::kinds(language)))
            .children(kinds)
            .into(),
        tag_label.child(tag.child(el("option").attr("value", "").text(words::all_tags(language))).children(tags)).into(),
        order_label.child(order.children(orders)).into(),
    ]
}

fn order_word(language: Language, order: Order) -> Cow<'static, str> {
    match order {
        Order::LatestFirst => words::latest_first(language),
        Order::EarliestFirst => words::earliest_first(language),
        Order::Title => words::by_title(language),
        Order::Kind => words::by_kind(language),
        Order::Anchor => words::by_place(language),
    }
}

/// What can be done with all that are shown.
fn many(language: Language, shown: usize, total: usize) -> Vec<Node> {
    let all = (shown < total).then(|| button("notes-all", "notes-all", words::show_all(language)));
    let delete = (shown > 1).then(|| button("notes-delete-shown", "notes-delete-shown", words::delete_shown(language, shown)));
    all.into_iter().chain(delete).map(Node::from).collect()
}

/// What stands in the list for a note.
fn entry(page: &Notebook, shown: &Shown) -> Node {
    let language = page.language;
    let note = shown.note;
    let found = page.places.map(|places| places(note));
    let is_orphan = found.as_ref().is_some_and(|found| *found == Found::default());
    let Found { title, address } = found.unwrap_or_default();
    let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| note.quoted.clone());
    let heading = match address {
        Some(address) => link(address, &*title),
        None => el("span").text(&*title),
    };
    let content: Vec<Node> = if shown.others.is_empty() {
        content(page, note)
    } else {
        let every = std::iter::once(note).chain(shown.others);
        let texts = every.map(|version| {
            let stamp = record::stamp(version);
            let keep = button("notes-settle", format!("behall-{}-{stamp}", note.id), notes::keep_this_text(language));
            el("li")
                .children(self::content(page, version))
                .child(actions([keep.attr("data-note", note.id.as_str()).attr("data-version", stamp)]))
        });
        vec![paragraph(notes::conflict(language)).into(), el("ul").class("versions").children(texts).into()]
    };
    let when = date::in_words(language, &note.modified.date());
    let mut last = format!("{}. ", words::changed(language, &when));
    if !note.data_version.is_empty() {
        last += &words::written_on(language, &note.data_version);
        if note.data_version != page.data_version {
            last += &format!(" ({})", words::other_data(language));
        }
        last += ". ";
    }
    if note.assessed().is_none() {
        last += &format!("{}.", words::own_words(language, page.city));
    }
    let of_note = |act: &'static str, word: Cow<'static, str>, name: Cow<'static, str>| {
        button(act, format!("{act}-{}", note.id), word).attr("data-note", note.id.as_str()).attr("aria-label", name)
    };
    let mut parts: Vec<Node> =
        vec![el("p").class("note-kind").text(note.kind.name().word(language)).into(), el("h2").class("note-about").child(heading).into()];
    parts.extend(is_orphan.then(|| Node::from(paragraph(words::orphan(language)).class("orphan"))));
    parts.extend(content);
    if !note.tags.is_empty() {
        // Each narrows the list to its notes.
        let tag = |tag: &String| {
            let narrow = el("button").attr("type", "button").class("note-button").attr("data-act", "notes-tag").attr("data-tag", &**tag);
            el("li").child(narrow.text(&**tag))
        };
        parts.push(el("ul").class("note-tags").children(note.tags.iter().map(tag)).into());
    }
    parts.push(el("p").class("soft").child(el("small").text(last.trim_end())).into());
    parts.push(
        actions([
            of_note("notes-edit", notes::edit(language), words::edit_about(language, &title)),
            of_note("notes-delete", notes::delete(language), words::delete_about(language, &title)),
        ])
        .into(),
    );
    Node::Fragment(parts)
}

/// What the reader wrote; an assessment with its label, its reason and its rule.
fn content(page: &Notebook, note: &Note) -> Vec<Node> {
    let written = |content: &str| (!content.trim().is_empty()).then(|| Node::from(el("p").class("note-text").text(content)));
    let mut parts = match &note.kind {
        Kind::Assessment { state, reason, rule } => assessment(page, *state, written(reason), rule),
        _ => Vec::new(),
    };
    parts.extend((!note.text.is_empty()).then(|| Node::from(el("p").class("note-text").text(&*note.text))));
    parts
}

fn assessment(page: &Notebook, state: Assessed, reason: Option<Node>, rule: &str) -> Vec<Node> {
    let language = page.language;
    let said = el("p")
        .class("note-state")
        .child(el("strong").child(sign(Some(state))).text(" ").text(state.word(language)))
        .text(" ")
        .child(el("span").class("own-assessment-label").text(notes::own_assessment(language, page.city)));
    let rule = (!rule.trim().is_empty()).then(|| {
        el("p")
            .class("note-rule")
            .child(el("strong").text(format!("{}: ", notes::column_rule(language))))
            .child(el("span").class("note-text").text(rule))
    });
    [Some(Node::from(said)), reason, rule.map(Node::from)].into_iter().flatten().collect()
}

/// What cannot be read stays as it is, can be taken home, and goes only when the reader says so.
fn set_aside(page: &Notebook) -> Option<Element> {
    let language = page.language;
    let all: Vec<&Quarantined> = page.book.quarantine().collect();
    let entry = |odd: &Quarantined| {
        let discard = button("notes-discard", format!("slapp-{}", odd.key), notes::discard(language)).attr("data-key", &*odd.key);
        el("li")
            .child(el("details").child(el("summary").text(odd_word(language, &odd.why))).child(el("pre").class("raw").text(&*odd.raw)))
            .child(actions([discard]))
    };
    (!all.is_empty()).then(|| {
        el("section")
            .class("contradiction")
            .child(el("h2").text(notes::quarantine_title(language)))
            .child(paragraph(words::set_aside_text(language, all.len())).text(" ").text(notes::quarantine_explained(language)))
            .child(actions([button("notes-rescue", "notes-rescue", notes::download_raw(language))]))
            .child(el("ul").children(all.into_iter().map(entry)))
    })
}

fn odd_word(language: Language, why: &Odd) -> Cow<'static, str> {
    match why {
        Odd::Newer(_) => notes::quarantine_newer(language),
        Odd::Damaged(Damage::NotANote | Damage::NotUnicode | Damage::NotJson) => notes::quarantine_not_a_note(language),
        Odd::Damaged(Damage::Checksum | Damage::NoSuchForm) => notes::quarantine_changed(language),
        Odd::Damaged(Damage::Twice(field)) => notes::quarantine_twice(language, field),
        Odd::Damaged(Damage::Missing(field) | Damage::Wrong(field)) => notes::quarantine_field(language, field),
    }
}

/// Copies that were taken before many notes changed at once.
fn copies(page: &Notebook) -> Option<Element> {
    let language = page.language;
    let entry = |(copy, count): &(Snapshot, usize)| {
        let occasion = match copy.occasion {
            Occasion::Import => words::before_import(language),
            Occasion::Delete => words::before_delete(language),
            Occasion::Restore => words::before_restore(language),
        };
        let clock: String = copy.taken.to_string().chars().skip(11).take(5).collect();
        let when = format!("{} {clock} UTC", date::in_words(language, &copy.taken.date()));
        let named = |act: &'static str, word: Cow<'static, str>, name: Cow<'static, str>| {
            button(act, format!("{act}-{}", copy.name), word).attr("data-name", &*copy.name).attr("aria-label", name)
        };
        el("li").child(paragraph(words::copy_line(language, &when, &occasion, *count))).child(actions([
            named("notes-restore", words::restore_copy(language), words::restore_copy_of(language, &when)),
            named("notes-save-copy", notes::export_file(language), words::save_copy_of(language, &when)),
        ]))
    };
    (!page.copies.is_empty()).then(|| {
        el("details")
            .class("copies")
            .attr("id", "kopior")
            .child(el("summary").text(words::copies_title(language)))
            .child(el("ul").children(page.copies.iter().map(entry)))
    })
}

/// Erasing everything: told what goes and offered a file first, then asked once more.
fn erase(page: &Notebook, total: usize) -> Element {
    let language = page.language;
    let part = el("section")
        .class("erase")
        .attr("aria-labelledby", "erase-title")
        .child(el("h2").attr("id", "erase-title").text(notes::erase_all(language)))
        .child(paragraph(words::erase_explained(language)).class("soft"));
    if !page.erasing {
        return part.child(actions([button("notes-erase-ask", "erase-ask", words::erase_ask(language))]));
    }
    let first = button("notes-export", "erase-file", words::file_first(language)).class("primary").attr("data-form", "page");
    part.child(
        el("div")
            .class("plan")
            .attr("role", "group")
            .attr("aria-labelledby", "erase-title")
            .child(paragraph(words::erase_sure(language, total)))
            .child(actions([
                first,
                button("notes-erase", "erase-now", words::erase_now(language)),
                button("notes-erase-stop", "erase-stop", notes::cancel(language)),
            ])),
    )
}
