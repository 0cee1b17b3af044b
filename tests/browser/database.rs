//! Notes in a real browser's database, and both stores as one.

use js_sys::Function;
use malkarta::notes::book::{Action, Book, Draft};
use malkarta::notes::shelf::{Answer, Because, Lasts, News, Shelf};
use malkarta::notes::{Kind, Note, record};
use malkarta::web::{clock, shelf};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Storage;

/// Runs JavaScript and awaits what it answers.
async fn js(code: &str) -> JsValue {
    let answer = Function::new_no_args(code).call0(&JsValue::NULL).unwrap();
    JsFuture::from(js_sys::Promise::resolve(&answer)).await.unwrap()
}

fn storage() -> Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

fn draft(text: &str) -> Draft {
    let (anchor, quoted) = ("goal/klimatneutral".to_owned(), "Malmö".to_owned());
    Draft { anchor, quoted, kind: Kind::Comment, text: text.to_owned(), tags: vec![], data_version: "1".to_owned() }
}

fn note(text: &str) -> Note {
    Book::default().decide(Action::Create { id: clock::new_note_id(), draft: draft(text) }, &clock::moment()).unwrap().versions.remove(0)
}

fn edit(base: &Note, text: &str) -> Note {
    let action = Action::Edit { base: base.clone().into(), draft: draft(text) };
    Book::default().decide(action, &clock::moment()).unwrap().versions.remove(0)
}

async fn keeps(shelf: &dyn Shelf, note: &Note) -> Answer {
    shelf.keep(std::slice::from_ref(note)).await.remove(0)
}

async fn texts(shelf: &dyn Shelf) -> Vec<String> {
    let mut texts: Vec<String> = shelf.load().await.unwrap().versions.all().map(|note| note.text.clone()).collect();
    texts.sort();
    texts
}

fn durably() -> Answer {
    Answer::Saved { lasts: Lasts::Durable, beside: vec![] }
}

fn database(root_path: &str) -> impl Shelf + use<> {
    shelf::open_database(root_path).unwrap()
}

#[wasm_bindgen_test]
async fn a_note_is_in_the_database_under_the_same_key_as_in_the_other_store() {
    let both = shelf::open("/both-stores/");
    let first = note("Å, ä, ö och 😀\n\u{0}");
    assert_eq!(keeps(&*both, &first).await, durably());
    assert_eq!(both.lasts(), Lasts::Durable);
    let second = edit(&first, "ändrad");
    assert_eq!(keeps(&*both, &second).await, durably());
    let alone = database("/both-stores/");
    assert_eq!(alone.load().await.unwrap().versions.of(&first.id), std::slice::from_ref(&second));
    assert_eq!(texts(&*shelf::open("/elsewhere/")).await, [""; 0], "sites on one host do not meet");
    let same = js("return new Promise((done) => { indexedDB.open('malkarta:/both-stores/').onsuccess = ({ target }) => { const texts = target.result.transaction('texts').objectStore('texts'); texts.getAllKeys().onsuccess = ({ target: { result } }) => { const [key] = result; texts.get(key).onsuccess = ({ target: own }) => { target.result.close(); done(result.length === 1 && localStorage[key] === own.result); }; }; }; })").await;
    assert_eq!(same, JsValue::TRUE);
    assert_eq!(both.erase().await, Ok(()));
    assert_eq!(texts(&alone).await, [""; 0]);
}

#[wasm_bindgen_test]
async fn a_change_is_one_strict_transaction() {
    js("globalThis.begun = []; globalThis.begin = IDBDatabase.prototype.transaction; IDBDatabase.prototype.transaction = function (...what) { const made = begin.apply(this, what); begun.push(`${made.mode} ${made.durability}`); return made; }").await;
    let both = shelf::open("/strict/");
    let answers = both.keep(&(0..30).map(|n| note(&format!("nummer {n}"))).collect::<Vec<_>>()).await;
    let begun = js("IDBDatabase.prototype.transaction = begin; return begun.join()").await;
    assert!(answers.iter().all(|answer| *answer == durably()));
    assert_eq!(begun.as_string().as_deref(), Some("readwrite strict"));
    assert_eq!(texts(&database("/strict/")).await.len(), 30);
    both.erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn either_store_heals_the_other_when_it_is_opened() {
    let both = shelf::open("/heal/");
    let (first, second) = (note("ett"), note("två"));
    keeps(&*both, &first).await;
    keeps(&*both, &second).await;
    // One store is emptied, as a killed browser or a browser that clears site data does.
    let local = shelf::open_local("/heal/").unwrap();
    local.erase().await.unwrap();
    assert_eq!(texts(&local).await, [""; 0]);
    assert_eq!(texts(&*shelf::open("/heal/")).await, ["ett", "två"]);
    assert_eq!(texts(&local).await, ["ett", "två"]);
    database("/heal/").erase().await.unwrap();
    assert_eq!(texts(&*shelf::open("/heal/")).await, ["ett", "två"]);
    assert_eq!(texts(&database("/heal/")).await, ["ett", "två"]);
    // Damage in one of them costs nothing: the text is in the other.
    let key = format!("malkarta:/heal/:note:{}~{}", first.id, record::stamp(&first));
    storage().set_item(&key, "broken").unwrap();
    assert_eq!(texts(&*shelf::open("/heal/")).await, ["ett", "två"]);
    assert_eq!(storage().get_item(&key).unwrap().as_deref(), Some("broken"), "and is never overwritten");
    both.erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn a_refused_transaction_changes_nothing_and_says_why() {
    let alone = database("/refused/");
    keeps(&alone, &note("ett")).await;
    for (how, why) in [
        (
            "IDBObjectStore.prototype.put = function (...what) { const request = own.put.apply(this, what); this.transaction.abort(); return request; }",
            Because::Blocked,
        ),
        ("IDBObjectStore.prototype.put = function () { throw new DOMException('no', 'QuotaExceededError'); }", Because::Full),
        ("IDBObjectStore.prototype.put = function (text, key) { return own.put.call(this, text.slice(1), key); }", Because::NotReadBack),
        ("IDBDatabase.prototype.transaction = function () { throw new DOMException('no', 'InvalidStateError'); }", Because::Blocked),
    ] {
        js(&format!("globalThis.own ??= {{ put: IDBObjectStore.prototype.put, transaction: IDBDatabase.prototype.transaction }}; {how}"))
            .await;
        let answer = keeps(&alone, &note("två")).await;
        js("IDBObjectStore.prototype.put = own.put; IDBDatabase.prototype.transaction = own.transaction").await;
        assert_eq!(answer, Answer::NotSaved(why), "{how}");
        assert_eq!(texts(&alone).await, ["ett"]);
    }
    alone.erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn a_database_that_the_browser_closed_is_opened_again() {
    let alone = database("/closed/");
    keeps(&alone, &note("ett")).await;
    // Somebody removes the database: an open one is closed for it.
    js("return new Promise((done) => { const gone = indexedDB.deleteDatabase('malkarta:/closed/'); gone.onsuccess = done; })").await;
    assert_eq!(keeps(&alone, &note("två")).await, durably());
    assert_eq!(texts(&alone).await, ["två"]);
    alone.erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn a_database_that_never_answers_does_not_keep_the_reader_waiting_for_ever() {
    js("globalThis.open = IDBFactory.prototype.open; IDBFactory.prototype.open = () => new EventTarget()").await;
    let refused = shelf::open("/silent/");
    js("IDBFactory.prototype.open = function () { const request = open.call(this, 'silent'); for (const name of ['onsuccess', 'onerror']) Object.defineProperty(request, name, { set() {} }); return request; }").await;
    let note = note("ändå");
    let answer = keeps(&*refused, &note).await;
    js("IDBFactory.prototype.open = open; indexedDB.deleteDatabase('silent')").await;
    assert_eq!(answer, Answer::Saved { lasts: Lasts::Browser, beside: vec![] });
    refused.erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn what_another_tab_does_in_the_database_is_heard_and_what_it_does_itself_is_not() {
    let alone = database("/heard/");
    let heard: Rc<RefCell<Vec<News>>> = Rc::default();
    let ear = heard.clone();
    let watching = alone.watch(Rc::new(move |news| ear.borrow_mut().push(news)));
    let own = note("egen");
    keeps(&alone, &own).await;
    let other = database("/heard/");
    let theirs = note("deras");
    keeps(&other, &theirs).await;
    keeps(&other, &edit(&own, "ändrad")).await;
    for _ in 0..50 {
        if heard.borrow().len() >= 3 {
            break;
        }
        js("return new Promise((done) => setTimeout(done, 50))").await;
    }
    let news = heard.borrow().clone();
    assert_eq!(news.len(), 3, "{news:?}");
    assert_eq!(news[0], News::Kept(theirs));
    assert!(news[1..].contains(&News::Gone(own)));
    drop(watching);
    alone.erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn two_tabs_that_save_in_the_same_moment_stand_in_line() {
    let (one, two) = (database("/line/"), database("/line/"));
    let first = note("början");
    keeps(&one, &first).await;
    let origin = |word: String| malkarta::notes::Origin::parse(&word).unwrap();
    let edit_as = |word: String, text: String| {
        let moment = malkarta::notes::book::Moment { origin: origin(word), ..clock::moment() };
        let action = Action::Edit { base: first.clone().into(), draft: draft(&text) };
        Book::default().decide(action, &moment).unwrap().versions.remove(0)
    };
    let each = if option_env!("MALKARTA_SOAK").is_some() { 500 } else { 50 };
    for n in 0..each {
        let (a, b) = (edit_as(format!("a{n}"), format!("a {n}")), edit_as(format!("b{n}"), format!("b {n}")));
        let (a, b) = futures_util::future::join(keeps(&one, &a), keeps(&two, &b)).await;
        assert!(a.is_saved() && b.is_saved());
    }
    assert_eq!(texts(&one).await.len(), 2 * each, "every text of the one note");
    one.erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn the_browser_is_asked_to_keep_what_is_stored() {
    // Headless browsers answer one or the other; what matters is that they are asked without an error.
    assert!(shelf::persist().await.is_some());
}
