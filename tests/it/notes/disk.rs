//! A browser's storage as tabs see it: shared, late, small, forbidden or forgetful.

use malkarta::notes::durable::{Decide, Store, Texts};
use malkarta::notes::shelf::{Because, Change, Entries, Found, Lasts, Pending, Watching};
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::future::ready;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// What a future answers that has nothing to wait for.
pub fn now<T>(mut pending: Pending<'_, T>) -> T {
    match pending.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("the answer is not there at once"),
    }
}

#[derive(Default)]
pub struct Disk {
    pub texts: RefCell<BTreeMap<String, String>>,
    /// How many characters of keys and texts there is room for.
    pub room: RefCell<Option<usize>>,
    pub blocked: RefCell<bool>,
    /// Accepts writes and keeps nothing.
    pub forgetful: RefCell<bool>,
}

impl Disk {
    pub fn new() -> Rc<Disk> {
        Rc::new(Disk::default())
    }

    pub fn put(&self, key: &str, text: &str) {
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    pub fn keys(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }

    pub fn used(&self) -> usize {
        self.texts.borrow().iter().map(|(key, text)| (key.encode_utf16().count()) + text.encode_utf16().count()).sum()
    }

    fn apply(texts: &mut BTreeMap<String, String>, write: &Write) {
        match &write.1 {
            Some(text) => texts.insert(write.0.clone(), text.clone()),
            None => texts.remove(&write.0),
        };
    }
}

type Write = (String, Option<String>);

/// A tab that sees the disk at once.
pub struct Tab(pub Rc<Disk>);

impl Entries for Tab {
    fn keys(&self) -> Result<Vec<String>, Because> {
        if *self.0.blocked.borrow() { Err(Because::Blocked) } else { Ok(self.0.keys()) }
    }

    fn get(&self, key: &str) -> Result<Option<Found>, Because> {
        if *self.0.blocked.borrow() { Err(Because::Blocked) } else { Ok(self.0.texts.borrow().get(key).cloned().map(Found::Text)) }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Because> {
        if *self.0.blocked.borrow() {
            return Err(Because::Blocked);
        }
        if *self.0.forgetful.borrow() {
            return Ok(());
        }
        let size = |text: &str| text.encode_utf16().count();
        let before = self.0.texts.borrow().get(key).map_or(0, |old| size(key) + size(old));
        if self.0.room.borrow().is_some_and(|room| self.0.used() - before + size(key) + size(text) > room) {
            return Err(Because::Full);
        }
        self.0.put(key, text);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Because> {
        self.0.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn lasts(&self) -> Lasts {
        Lasts::Browser
    }

    fn watch(&self, _on_change: Box<dyn Fn(Change)>) -> Watching {
        Watching(None)
    }
}

/// A tab in a process of its own: it sees its own writes at once, those of others only when they have arrived, as measured
/// in Chromium.
#[derive(Default)]
pub struct FarTab {
    seen: RefCell<BTreeMap<String, String>>,
    under_way: RefCell<VecDeque<Write>>,
}

pub struct FarEntries(pub Rc<FarTab>);

impl Entries for FarEntries {
    fn keys(&self) -> Result<Vec<String>, Because> {
        Ok(self.0.seen.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<Found>, Because> {
        Ok(self.0.seen.borrow().get(key).cloned().map(Found::Text))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Because> {
        self.0.write((key.to_owned(), Some(text.to_owned())));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Because> {
        self.0.write((key.to_owned(), None));
        Ok(())
    }

    fn lasts(&self) -> Lasts {
        Lasts::Browser
    }

    fn watch(&self, _on_change: Box<dyn Fn(Change)>) -> Watching {
        Watching(None)
    }
}

impl FarTab {
    fn write(&self, write: Write) {
        Disk::apply(&mut self.seen.borrow_mut(), &write);
        self.under_way.borrow_mut().push_back(write);
    }

    /// One write of this tab reaches the disk and the other tabs. Answers whether there was one.
    pub fn arrive(self: &Rc<FarTab>, disk: &Disk, others: &[Rc<FarTab>]) -> bool {
        let Some(write) = self.under_way.borrow_mut().pop_front() else { return false };
        Disk::apply(&mut disk.texts.borrow_mut(), &write);
        for other in others.iter().filter(|other| !Rc::ptr_eq(other, self)) {
            // A key that the other has itself written since stays as it wrote it, until that write arrives.
            if !other.under_way.borrow().iter().any(|(key, _)| *key == write.0) {
                Disk::apply(&mut other.seen.borrow_mut(), &write);
            }
        }
        true
    }
}

/// A store with transactions over a disk; answers at once.
pub struct DiskStore(pub Rc<Disk>);

impl DiskStore {
    fn texts(&self, prefix: &str) -> Texts {
        let texts = self.0.texts.borrow();
        texts.iter().filter(|(key, _)| key.starts_with(prefix)).map(|(key, text)| (key.clone(), Found::Text(text.clone()))).collect()
    }
}

impl Store for DiskStore {
    fn read<'a>(&'a self, prefix: &'a str) -> Pending<'a, Result<Texts, Because>> {
        let blocked = *self.0.blocked.borrow();
        Box::pin(ready(if blocked { Err(Because::Blocked) } else { Ok(self.texts(prefix)) }))
    }

    fn change<'a>(&'a self, prefixes: Vec<String>, decide: Decide<'a>) -> Pending<'a, Result<Lasts, Because>> {
        let answer = || {
            if *self.0.blocked.borrow() {
                return Err(Because::Blocked);
            }
            let there: Texts = prefixes.iter().flat_map(|prefix| self.texts(prefix)).collect();
            let writes = decide(&there);
            if *self.0.forgetful.borrow() && !writes.is_empty() {
                return Err(Because::NotReadBack);
            }
            let before = self.0.texts.borrow().clone();
            writes.into_iter().for_each(|write| Disk::apply(&mut self.0.texts.borrow_mut(), &write));
            if self.0.room.borrow().is_some_and(|room| self.0.used() > room) {
                *self.0.texts.borrow_mut() = before;
                return Err(Because::Full);
            }
            Ok(Lasts::Durable)
        };
        Box::pin(ready(answer()))
    }

    fn watch(&self, _on_change: Box<dyn Fn(Change)>) -> Watching {
        Watching(None)
    }
}
