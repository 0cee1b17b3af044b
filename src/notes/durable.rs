//! A shelf over a store that answers late and does all of a change or nothing, such as a database of the browser.
//!
//! What lies there is what lies in the other store: the same texts under the same keys. What a save means is decided by
//! the same code too: a change reads the versions of the notes in question, lets a [`KeyShelf`] over them in memory do its
//! work, and writes the difference, all in one transaction. So two tabs that save in the same moment stand in line.
//!
//! Knows no browser; `web/shelf/database` brings the browser's store.

use super::note::Note;
use super::ordered;
use super::shelf::{Answer, Because, Change, Contents, Found, KeyShelf, Lasts, Memory, News, Pending, Prefix, Quarantined, Shelf};
use super::shelf::{Scrap, Watching, judge, judged, news_from_change};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Texts under keys.
pub type Texts = BTreeMap<String, Found>;

/// What is to stand under keys; nothing where the key is to go.
pub type Writes = BTreeMap<String, Option<String>>;

/// Chooses what to write from what is there.
pub type Decide<'a> = Box<dyn FnOnce(&Texts) -> Writes + 'a>;

/// A store with transactions.
pub trait Store {
    /// Everything under keys that start so.
    fn read<'a>(&'a self, prefix: &'a str) -> Pending<'a, Result<Texts, Because>>;

    /// Reads what lies under keys that start so, lets `decide` choose, writes that and reads it back, all in one
    /// transaction: after an error nothing has changed. Answers once it is stored, and how long that lasts.
    fn change<'a>(&'a self, prefixes: Vec<String>, decide: Decide<'a>) -> Pending<'a, Result<Lasts, Because>>;

    /// Tells what other tabs change, until the answer is dropped.
    fn watch(&self, on_change: Box<dyn Fn(Change)>) -> Watching;
}

/// Notes in a store with transactions.
pub struct StoreShelf {
    store: Rc<dyn Store>,
    prefix: Prefix,
}

/// From so many notes on, all of them are read once instead of each by itself.
const MANY: usize = 20;

impl StoreShelf {
    pub fn new(store: Rc<dyn Store>, root_path: &str) -> StoreShelf {
        StoreShelf { store, prefix: Prefix::of(root_path) }
    }

    async fn load_all(&self) -> Result<Contents, Because> {
        Ok(judged(self.store.read(&self.prefix.notes).await?))
    }

    async fn keep_all(&self, notes: &[Note]) -> Vec<Answer> {
        let mut prefixes: Vec<String> = if notes.len() > MANY {
            vec![self.prefix.notes.clone()]
        } else {
            notes.iter().map(|note| format!("{}{}", self.prefix.notes, note.id)).collect()
        };
        ordered::sort(&mut prefixes, Ord::cmp);
        prefixes.dedup();
        let answers: RefCell<Vec<Answer>> = RefCell::default();
        let decide = |there: &Texts| {
            let memory = Rc::new(Memory::holding(there.clone()));
            let shelf = KeyShelf::with_prefix(Box::new(memory.clone()), self.prefix.clone());
            *answers.borrow_mut() = shelf.keep_now(notes);
            difference(there, &memory.texts())
        };
        let done = self.store.change(prefixes, Box::new(decide)).await;
        let lasting = |answer| match (done, answer) {
            (Ok(lasts), Answer::Saved { beside, .. }) => Answer::Saved { lasts, beside },
            (Err(because), _) => Answer::NotSaved(because),
            (_, refused) => refused,
        };
        let mut answers: Vec<Answer> = answers.take().into_iter().map(lasting).collect();
        // A store that could not be asked has decided nothing.
        answers.resize(notes.len(), Answer::NotSaved(done.err().unwrap_or(Because::Blocked)));
        answers
    }

    async fn discard_one(&self, found: &Quarantined) -> Result<(), Because> {
        let seen = RefCell::new(false);
        let decide = |there: &Texts| {
            let same = there.get(&found.key).is_some_and(|own| judge(found.key.clone(), own.clone()).is_err_and(|odd| odd == *found));
            *seen.borrow_mut() = same;
            ordered::map(same.then(|| (found.key.clone(), None)))
        };
        if found.key.starts_with(&self.prefix.notes) {
            self.store.change(vec![found.key.clone()], Box::new(decide)).await?;
        }
        if seen.take() { Ok(()) } else { Err(Because::Changed) }
    }

    async fn erase_all(&self) -> Result<(), Because> {
        let decide = |there: &Texts| ordered::map(there.keys().map(|key| (key.clone(), None)));
        self.store.change(vec![self.prefix.site.clone()], Box::new(decide)).await.map(|_| ())
    }

    /// Puts what cannot be read here under its key, where nothing lies there.
    pub(super) async fn adopt(&self, found: &[Quarantined]) -> Result<(), Because> {
        let decide = |there: &Texts| {
            let free = found.iter().filter(|odd| !there.contains_key(&odd.key));
            ordered::map(free.map(|odd| (odd.key.clone(), Some(odd.raw.clone()))))
        };
        self.store.change(found.iter().map(|odd| odd.key.clone()).collect(), Box::new(decide)).await.map(|_| ())
    }
}

/// What turns one into the other.
fn difference(before: &Texts, after: &Texts) -> Writes {
    let mut writes = Writes::new();
    for key in before.keys().chain(after.keys()) {
        match (before.get(key), after.get(key)) {
            (old, Some(Found::Text(text))) if old != Some(&Found::Text(text.clone())) => {
                drop(writes.insert(key.clone(), Some(text.clone())))
            }
            (Some(_), None) => drop(writes.insert(key.clone(), None)),
            _ => {}
        }
    }
    writes
}

impl Shelf for StoreShelf {
    fn load(&self) -> Pending<'_, Result<Contents, Because>> {
        Box::pin(self.load_all())
    }

    fn keep<'a>(&'a self, notes: &'a [Note]) -> Pending<'a, Vec<Answer>> {
        Box::pin(self.keep_all(notes))
    }

    fn discard<'a>(&'a self, found: &'a Quarantined) -> Pending<'a, Result<(), Because>> {
        Box::pin(self.discard_one(found))
    }

    fn scraps<'a>(&'a self, kind: &'a str) -> Pending<'a, Result<Vec<Scrap>, Because>> {
        Box::pin(async move {
            let texts = self.store.read(&format!("{}{kind}:", self.prefix.site)).await?;
            Ok(texts.into_iter().filter_map(|(key, found)| self.prefix.scrap(&key, found)).collect())
        })
    }

    fn put<'a>(&'a self, name: &'a str, text: Option<&'a str>) -> Pending<'a, Result<Lasts, Because>> {
        Box::pin(async move {
            let key = self.prefix.key_of_scrap(name);
            let writes = ordered::map([(key.clone(), text.map(str::to_owned))]);
            self.store.change(vec![key], Box::new(move |_| writes)).await
        })
    }

    fn erase(&self) -> Pending<'_, Result<(), Because>> {
        Box::pin(self.erase_all())
    }

    fn lasts(&self) -> Lasts {
        Lasts::Durable
    }

    fn watch(&self, on_news: Rc<dyn Fn(News)>) -> Watching {
        let prefix = self.prefix.notes.clone();
        self.store.watch(Box::new(move |change| {
            if let Some(news) = news_from_change(&prefix, change) {
                on_news(news);
            }
        }))
    }
}
