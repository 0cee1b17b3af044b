//! From every form that was ever released to the current one, one step at a time.
//!
//! A step knows two neighbouring forms and works on members, so that what neither of them knows passes through.
//! Each released form has a fixture for ever in `tests/fixtures/notes/`.

use super::members::Members;
use super::record::{Damage, FORM, Unreadable};

/// Turns the members of one form into those of the next.
pub(super) type Step = fn(Members) -> Result<Members, Damage>;

/// The step at place `n` leads from form `n + 1` to form `n + 2`.
const STEPS: [Step; FORM as usize - 1] = [];

/// The members in the current form.
pub(super) fn to_current(form: u32, members: Members) -> Result<Members, Unreadable> {
    climb(&STEPS, form, members)
}

fn climb(steps: &[Step], form: u32, members: Members) -> Result<Members, Unreadable> {
    let done = (form as usize).checked_sub(1).ok_or(Damage::NoSuchForm)?;
    let missing = steps.get(done..).ok_or(Unreadable::Newer(form))?;
    missing.iter().try_fold(members, |members, step| step(members)).map_err(Unreadable::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_climbed_one_step_at_a_time_and_unknown_members_pass() {
        fn rename(mut members: Members, from: &'static str, to: &str) -> Result<Members, Damage> {
            let value = members.take(from).ok_or(Damage::Missing(from))?;
            members.push_raw(to, value);
            Ok(members)
        }
        let steps: [Step; 2] = [|members| rename(members, "a", "b"), |members| rename(members, "b", "c")];
        let first = || Members(vec![("x".to_owned(), "1.00".to_owned()), ("a".to_owned(), "[ ]".to_owned())]);
        assert_eq!(climb(&steps, 1, first()).map(|members| members.to_json()), Ok("{\"x\":1.00,\"c\":[ ]}".to_owned()));
        assert_eq!(climb(&steps, 2, first()), Err(Unreadable::Damaged(Damage::Missing("b"))));
        assert_eq!(climb(&steps, 3, first()), Ok(first()));
        assert_eq!(climb(&steps, 4, first()), Err(Unreadable::Newer(4)));
        assert_eq!(climb(&steps, 0, first()), Err(Unreadable::Damaged(Damage::NoSuchForm)));
    }
}
