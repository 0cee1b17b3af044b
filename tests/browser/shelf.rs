//! Notes in a real browser's storage.

use js_sys::{Function, Promise};
use malkarta::notes::book::{Action, Book, Draft};
use malkarta::notes::record::{self, Damage};
use malkarta::notes::shelf::{Answer, Because, Lasts, News, Odd, Shelf};
use malkarta::notes::{Kind, Note};
use malkarta::web::{clock, shelf};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Storage;

fn storage() -> Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

/// Runs a line of JavaScript with one argument.
fn js(argument: &JsValue, code: &str) -> JsValue {
    Function::new_with_args("it", code).call1(&JsValue::NULL, argument).unwrap()
}

async fn wait(ms: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

fn comment(text: &str) -> Draft {
    Draft {
        anchor: "goal/klimatneutral".to_owned(),
        quoted: "Malmö".to_owned(),
        kind: Kind::Comment,
        text: text.to_owned(),
        tags: vec![],
        data_version: "1".to_owned(),
    }
}

fn note(text: &str) -> Note {
    let action = Action::Create { id: clock::new_note_id(), draft: comment(text) };
    Book::default().decide(action, &clock::moment()).unwrap().versions.remove(0)
}

async fn keeps(shelf: &dyn Shelf, note: &Note) -> Answer {
    shelf.keep(std::slice::from_ref(note)).await.remove(0)
}

async fn texts(shelf: &dyn Shelf) -> Vec<String> {
    shelf.load().await.unwrap().versions.all().map(|note| note.text.clone()).collect()
}

/// The browser's storage by itself; the database has tests of its own.
fn local(root_path: &str) -> Rc<dyn Shelf> {
    Rc::new(shelf::open_local(root_path).unwrap())
}

fn saved() -> Answer {
    Answer::Saved { lasts: Lasts::Browser, beside: vec![] }
}

/// Everything in storage, to see that nothing changed.
fn everything() -> String {
    js(&storage(), "return JSON.stringify(Object.entries(it).sort())").as_string().unwrap()
}

#[wasm_bindgen_test]
async fn a_note_is_there_after_it_was_saved_and_after_it_was_edited() {
    let shelf = local("/save/");
    assert_eq!(shelf.lasts(), Lasts::Browser);
    let first = note("Å, ä, ö och 😀\n\u{0}");
    assert_eq!(keeps(&*shelf, &first).await, saved());
    let contents = local("/save/").load().await.unwrap();
    assert_eq!(contents.versions.of(&first.id), std::slice::from_ref(&first));
    let mut book = Book::open(contents);
    let step = book.decide(Action::Edit { base: first.clone().into(), draft: comment("ändrad") }, &clock::moment()).unwrap();
    assert_eq!(shelf.keep(&step.versions).await, [saved()]);
    book.accept(step);
    assert_eq!(texts(&*local("/save/")).await, ["ändrad"]);
    assert_eq!(texts(&*local("/other/")).await, [""; 0], "sites on one host do not meet");
    assert_eq!(shelf.erase().await, Ok(()));
}

#[wasm_bindgen_test]
async fn keys_of_others_are_never_touched() {
    for key in ["theirs", "malkarta:/foreign-x/:note:y", "malkarta", "length", "getItem"] {
        storage().set_item(key, "not json {").unwrap();
    }
    let before = everything();
    let shelf = local("/foreign/");
    assert_eq!(texts(&*shelf).await, [""; 0]);
    assert_eq!(keeps(&*shelf, &note("min")).await, saved());
    assert_eq!(texts(&*shelf).await, ["min"]);
    assert_eq!(shelf.erase().await, Ok(()));
    assert_eq!(everything(), before);
    for key in ["theirs", "malkarta:/foreign-x/:note:y", "malkarta", "length", "getItem"] {
        storage().remove_item(key).unwrap();
    }
}

#[wasm_bindgen_test]
async fn damaged_and_newer_entries_are_kept_as_they_are_found() {
    let shelf = local("/odd/");
    let (good, cut) = (note("hel"), note("avkortad"));
    keeps(&*shelf, &good).await;
    let key = |name: &str| format!("malkarta:/odd/:note:{name}");
    let cut_text = record::write(&cut).replace("avkortad", "avkort");
    storage().set_item(&key(cut.id.as_str()), &cut_text).unwrap();
    js(&storage(), "it.setItem('malkarta:/odd/:note:surrogate', 'a\\ud800\"')");
    let newer = "malkarta-note 2 fb7ebb1f6a0bc3084be9df8ece2496ec\n{}";
    storage().set_item(&key("newer"), newer).unwrap();
    let before = everything();
    let contents = shelf.load().await.unwrap();
    assert_eq!(everything(), before, "reading writes nothing");
    assert_eq!(contents.versions.all().map(|note| note.text.as_str()).collect::<Vec<_>>(), ["hel"]);
    let odd: Vec<(&str, &str, &Odd)> = contents.quarantine.iter().map(|odd| (odd.key.as_str(), odd.raw.as_str(), &odd.why)).collect();
    let checksum = &Odd::Damaged(Damage::Checksum);
    assert_eq!(odd.len(), 3);
    assert!(odd.contains(&(&key(cut.id.as_str()), &cut_text, checksum)));
    assert!(odd.contains(&(&key("newer"), newer, &Odd::Newer(2))));
    assert!(odd.contains(&(&key("surrogate"), "\"a\\ud800\\\"\"", &Odd::Damaged(Damage::NotUnicode))));
    // What the reader wants removed is removed, and nothing else.
    for odd in &contents.quarantine {
        assert_eq!(shelf.discard(odd).await, Ok(()));
    }
    assert_eq!(texts(&*shelf).await, ["hel"]);
    assert_eq!(shelf.load().await.unwrap().quarantine, []);
    shelf.erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn a_full_storage_refuses_and_loses_nothing() {
    let shelf = local("/full/");
    let first = note(&"text ".repeat(50));
    keeps(&*shelf, &first).await;
    // Somebody else fills the storage to the last character.
    let mut length = 1 << 22;
    let mut number = 0;
    while length > 0 {
        number += 1;
        if storage().set_item(&format!("filler{number}"), &"x".repeat(length)).is_err() {
            length /= 2;
        }
    }
    let before = everything();
    for n in 0..50 {
        assert_eq!(keeps(&*shelf, &note(&format!("nummer {n}"))).await, Answer::NotSaved(Because::Full));
    }
    assert_eq!(everything(), before);
    assert_eq!(texts(&*shelf).await, [first.text.as_str()], "what is there can still be read, and so exported");
    // Deleting works in the room that the note has.
    let book = Book::open(shelf.load().await.unwrap());
    let step = book.decide(Action::Delete { ids: vec![first.id.clone()] }, &clock::moment()).unwrap();
    assert_eq!(shelf.keep(&step.versions).await, [saved()]);
    for number in 1..=number {
        storage().remove_item(&format!("filler{number}")).unwrap();
    }
    assert_eq!(keeps(&*shelf, &note("nu")).await, saved());
    shelf.erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn without_storage_and_database_notes_last_until_the_tab_closes() {
    let window: JsValue = web_sys::window().unwrap().into();
    for (number, code) in ["throw new DOMException('no', 'SecurityError')", "return null"].into_iter().enumerate() {
        js(&window, "it.ownStores = ['localStorage', 'indexedDB'].map((name) => [name, Object.getOwnPropertyDescriptor(it, name)])");
        let refusing = format!(
            "for (const name of ['localStorage', 'indexedDB']) Object.defineProperty(it, name, {{ configurable: true, get() {{ {code} }} }})"
        );
        js(&window, &refusing);
        let refused = shelf::open_local("/none/").err();
        let shelf = shelf::open(&format!("/none{number}/"));
        let note = note("flyktig");
        let answer = keeps(&*shelf, &note).await;
        let found = texts(&*shelf).await;
        let lasts = shelf.lasts();
        let erased = shelf.erase().await;
        js(&window, "for (const [name, own] of it.ownStores) Object.defineProperty(it, name, own)");
        assert_eq!(refused, Some(Because::Blocked));
        assert_eq!(answer, Answer::Saved { lasts: Lasts::Tab, beside: vec![] });
        assert_eq!((found, lasts, erased), (vec!["flyktig".to_owned()], Lasts::Tab, Ok(())));
        assert_eq!(texts(&*shelf::open(&format!("/none{number}/"))).await, [""; 0]);
    }
}

#[wasm_bindgen_test]
async fn saved_is_said_only_of_what_was_read_back() {
    let window: JsValue = web_sys::window().unwrap().into();
    let shelf = local("/forgetful/");
    js(&window, "it.setItemBefore = Storage.prototype.setItem; Storage.prototype.setItem = function () {}");
    let answer = keeps(&*shelf, &note("borta")).await;
    js(&window, "Storage.prototype.setItem = function () { throw new DOMException('no', 'SecurityError') }");
    let blocked = keeps(&*shelf, &note("borta")).await;
    js(&window, "Storage.prototype.setItem = it.setItemBefore");
    assert_eq!(answer, Answer::NotSaved(Because::NotReadBack));
    assert_eq!(blocked, Answer::NotSaved(Because::Blocked));
}

#[wasm_bindgen_test]
async fn what_another_tab_does_is_heard() {
    let shelf = local("/tabs/");
    let heard: Rc<RefCell<Vec<News>>> = Rc::default();
    let ear = heard.clone();
    let watching = shelf.watch(Rc::new(move |news| ear.borrow_mut().push(news)));
    // A frame of the same origin is another window on the same storage.
    let document = web_sys::window().unwrap().document().unwrap();
    let frame = document.create_element("iframe").unwrap();
    document.body().unwrap().append_child(&frame).unwrap();
    let other: Storage = js(&frame, "return it.contentWindow.localStorage").unchecked_into();
    let session: Storage = js(&frame, "return it.contentWindow.sessionStorage").unchecked_into();

    let note = note("från en annan flik");
    let key = format!("malkarta:/tabs/:note:{}~x", note.id);
    other.set_item("theirs", "x").unwrap();
    session.set_item(&key, &record::write(&note)).unwrap();
    other.set_item(&key, &record::write(&note)).unwrap();
    other.remove_item(&key).unwrap();
    other.set_item(&key, "broken").unwrap();
    other.remove_item(&key).unwrap();
    for _ in 0..50 {
        if heard.borrow().len() >= 4 {
            break;
        }
        wait(100).await;
    }
    let news = heard.borrow().clone();
    assert_eq!(news.len(), 4, "{news:?}");
    assert_eq!(news[..2], [News::Kept(note.clone()), News::Gone(note.clone())]);
    assert!(matches!(&news[2], News::Unreadable(odd) if odd.raw == "broken" && odd.key == key));
    assert_eq!(news[3], News::UnreadableGone { key: key.clone() });

    drop(watching);
    other.set_item(&key, "once more").unwrap();
    wait(300).await;
    assert_eq!(heard.borrow().len(), 4, "nobody listens any more");
    frame.remove();
    for key in [key.as_str(), "theirs"] {
        storage().remove_item(key).unwrap();
    }
    js(&web_sys::window().unwrap(), "it.sessionStorage.clear()");
}

#[wasm_bindgen_test]
async fn an_edit_from_an_older_text_is_kept_beside() {
    let shelf = local("/both/");
    let first = note("början");
    keeps(&*shelf, &first).await;
    let edit = |origin: &str, text: &str| {
        let mut moment = clock::moment();
        moment.origin = malkarta::notes::Origin::parse(origin).unwrap();
        Book::default().decide(Action::Edit { base: first.clone().into(), draft: comment(text) }, &moment).unwrap().versions.remove(0)
    };
    for n in 0..100 {
        assert!(keeps(&*shelf, &edit(&format!("a{n}"), &format!("text {n}"))).await.is_saved());
    }
    let mut found = texts(&*shelf).await;
    found.sort();
    found.dedup();
    assert_eq!(found.len(), 100, "all texts can be found again");
    shelf.erase().await.unwrap();
}

#[wasm_bindgen_test]
fn ids_are_random_times_are_now_and_a_tab_has_one_word() {
    let (a, b) = (clock::new_note_id(), clock::new_note_id());
    assert_ne!(a, b);
    assert_eq!(clock::moment().origin, clock::moment().origin);
    assert!((clock::now().unix_ms() - js_sys::Date::now() as i64).abs() < 1000);
}
