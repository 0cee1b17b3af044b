//! Two shelves as one: a near one that answers at once and tells other tabs, and a far one that outlasts a killed browser.
//!
//! Both hold the same texts under the same keys. A save goes to both; it is as durable as the better of the two that took
//! it. When they are read, each gets what only the other has. That is safe in any order, since what they hold is merged as
//! versions are: a version that was replaced in one of them stays replaced.
//!
//! Knows shelves and nothing of what they are made of.

use super::durable::StoreShelf;
use super::merge::Versions;
use super::note::Note;
use super::ordered;
use super::record;
use super::shelf::{Answer, Because, Contents, KeyShelf, Lasts, News, Odd, Pending, Quarantined, Scrap, Shelf, Watching};
use std::cell::Cell;
use std::rc::Rc;

pub struct Pair {
    near: KeyShelf,
    far: StoreShelf,
    /// Of the latest answers.
    lasts: Cell<Lasts>,
}

impl Pair {
    pub fn new(near: KeyShelf, far: StoreShelf) -> Pair {
        let lasts = Cell::new(near.lasts());
        Pair { near, far, lasts }
    }

    async fn load_both(&self) -> Result<Contents, Because> {
        let near = self.near.load().await;
        let far = self.far.load().await;
        self.lasts.set(if far.is_ok() { Lasts::Durable } else { self.near.lasts() });
        let (near, far) = match (near, far) {
            (Ok(near), Ok(far)) => (near, far),
            // What the other one holds cannot be known now, so nothing is put into it.
            (Ok(one), Err(_)) | (Err(_), Ok(one)) => return Ok(one),
            (Err(because), Err(_)) => return Err(because),
        };
        let versions = near.versions.clone().merge(far.versions.clone());
        let missing =
            |there: &Versions| -> Vec<Note> { versions.all().filter(|note| !there.of(&note.id).contains(note)).cloned().collect() };
        let unread = |here: &Contents, there: &Contents| -> Vec<Quarantined> {
            let newer = here.quarantine.iter().filter(|odd| matches!(odd.why, Odd::Newer(_)));
            newer.filter(|odd| !there.quarantine.iter().any(|own| own.key == odd.key)).cloned().collect()
        };
        // A shelf that cannot take what it lacks (it is full) is asked again next time; the other one has it.
        let (to_near, to_far) = (missing(&near.versions), missing(&far.versions));
        if !to_near.is_empty() {
            drop(self.near.keep(&to_near).await);
        }
        if !to_far.is_empty() {
            drop(self.far.keep(&to_far).await);
        }
        for odd in unread(&far, &near) {
            let _ = self.near.adopt(&odd);
        }
        let to_far = unread(&near, &far);
        if !to_far.is_empty() {
            let _ = self.far.adopt(&to_far).await;
        }
        let mut quarantine = near.quarantine;
        for odd in far.quarantine {
            if !quarantine.iter().any(|own| own.key == odd.key && own.raw == odd.raw) {
                quarantine.push(odd);
            }
        }
        Ok(Contents { versions, quarantine })
    }

    async fn keep_in_both(&self, notes: &[Note]) -> Vec<Answer> {
        let near = self.near.keep(notes).await;
        let far = self.far.keep(notes).await;
        let answers: Vec<Answer> = near.into_iter().zip(far).map(|(near, far)| together(near, far)).collect();
        if let Some(lasts) =
            answers.iter().filter_map(|answer| if let Answer::Saved { lasts, .. } = answer { Some(*lasts) } else { None }).min()
        {
            self.lasts.set(lasts);
        }
        answers
    }
}

/// What two answers about one version mean.
fn together(near: Answer, far: Answer) -> Answer {
    match (near, far) {
        (Answer::Saved { lasts, mut beside }, Answer::Saved { lasts: far_lasts, beside: far_beside }) => {
            // By what they say: a note can have hundreds of texts, and this is asked at every save.
            let known = ordered::map(beside.iter().map(|note| (record::body(note), ())));
            beside.extend(far_beside.into_iter().filter(|note| !known.contains_key(&record::body(note))));
            Answer::Saved { lasts: lasts.max(far_lasts), beside }
        }
        (saved @ Answer::Saved { .. }, _) | (_, saved @ Answer::Saved { .. }) => saved,
        // A shelf that is not there at all says less than one that has a reason.
        (Answer::NotSaved(Because::Blocked), refused) | (refused, _) => refused,
    }
}

/// Done in one of them is done, unless the other one says that it still holds it.
fn either(near: Result<(), Because>, far: Result<(), Because>) -> Result<(), Because> {
    match (near, far) {
        (Ok(()), Ok(()) | Err(Because::Blocked | Because::Changed)) | (Err(Because::Blocked | Because::Changed), Ok(())) => Ok(()),
        (Err(because), Ok(()) | Err(_)) | (Ok(()), Err(because)) => Err(because),
    }
}

impl Shelf for Pair {
    fn load(&self) -> Pending<'_, Result<Contents, Because>> {
        Box::pin(self.load_both())
    }

    fn keep<'a>(&'a self, notes: &'a [Note]) -> Pending<'a, Vec<Answer>> {
        Box::pin(self.keep_in_both(notes))
    }

    fn discard<'a>(&'a self, found: &'a Quarantined) -> Pending<'a, Result<(), Because>> {
        Box::pin(async move { either(self.near.discard(found).await, self.far.discard(found).await) })
    }

    fn scraps<'a>(&'a self, kind: &'a str) -> Pending<'a, Result<Vec<Scrap>, Because>> {
        Box::pin(async move {
            let (near, far) = (self.near.scraps(kind).await, self.far.scraps(kind).await);
            let (mut scraps, far) = match (near, far) {
                (Ok(near), far) => (near, far.unwrap_or_default()),
                (Err(_), Ok(far)) => (far, Vec::new()),
                (Err(because), Err(_)) => return Err(because),
            };
            for scrap in far {
                if !scraps.contains(&scrap) {
                    scraps.push(scrap);
                }
            }
            Ok(scraps)
        })
    }

    fn put<'a>(&'a self, name: &'a str, text: Option<&'a str>) -> Pending<'a, Result<Lasts, Because>> {
        Box::pin(async move {
            let near = self.near.put(name, text).await;
            let far = self.far.put(name, text).await;
            match (near, far) {
                (Ok(near), Ok(far)) => Ok(near.max(far)),
                (Ok(lasts), Err(_)) | (Err(_), Ok(lasts)) => Ok(lasts),
                (Err(Because::Blocked), Err(because)) | (Err(because), Err(_)) => Err(because),
            }
        })
    }

    fn erase(&self) -> Pending<'_, Result<(), Because>> {
        Box::pin(async move {
            let (near, far) = (self.near.erase().await, self.far.erase().await);
            // A store that has answered before still holds something, whatever it says now.
            if self.lasts.get() == Lasts::Durable { near.and(far) } else { either(near, far) }
        })
    }

    fn lasts(&self) -> Lasts {
        self.lasts.get()
    }

    fn watch(&self, on_news: Rc<dyn Fn(News)>) -> Watching {
        Watching(Some(Box::new((self.near.watch(on_news.clone()), self.far.watch(on_news)))))
    }
}
