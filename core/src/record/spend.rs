//! A proof is spent, and the session that brought it is marked.

use super::Record;
use crate::authenticator::{Authenticator, Method, Proof, Spends};
use crate::mark::Evidence;
use crate::session::Session;
use crate::spent::Spent;
use crate::standing::Shown;
use crate::time::Timestamp;
use crate::trial::Trial;

impl Record {
    /// Spends what a proof spends. Only what comes of it can mark a session with a factor.
    pub(crate) fn spend(&mut self, proof: Proof, now: Timestamp) -> Spent {
        let mut trial = None;
        let method = proof.method();
        match proof.into_spends() {
            Spends::Step { authenticator, step } => {
                if let Some(authenticator) = self.authenticator_mut(authenticator) {
                    authenticator.spend(step, now);
                    trial = authenticator.trial(now);
                }
            }
            Spends::RecoveryCode { index } => {
                if let Some(codes) = &mut self.recovery_codes {
                    codes.spend(index);
                    trial = codes.trial(now);
                }
                // Whoever needs a recovery code may have lost more than an app.
                self.raise_epoch();
            }
            Spends::DeliveredCode { message, sent_at } => {
                self.mail.spend(message, sent_at);
                let by_mail = |known: &&mut Authenticator| known.method() == Method::Email;
                // On trial or not: it never counts for more than mail.
                if let Some(authenticator) = self.authenticators.iter_mut().find(by_mail) {
                    authenticator.used(now);
                }
            }
        }
        let evidence = match trial {
            Some(Trial::Recovery) => Evidence::Factor(Method::Recovery),
            Some(Trial::Mail) => Evidence::OnTrial(method),
            None => Evidence::Factor(method),
        };
        Spent { evidence, epoch: self.epoch }
    }

    /// Whether what was spent still counts: nothing has ended it since.
    pub(crate) const fn honors(&self, spent: &Spent) -> bool {
        self.epoch == spent.epoch
    }

    /// Marks the session with a factor whose proof has been spent.
    pub(crate) fn mark_with(&mut self, spent: &Spent, session: &Session<'_>, now: Timestamp) {
        self.mark(session, spent.evidence, now);
    }

    /// Spends the proof of what is added, and marks the session with it, unless it has shown `before`
    /// what is worth more.
    pub(crate) fn accept(
        &mut self,
        proof: Proof,
        before: Option<Shown>,
        session: &Session<'_>,
        now: Timestamp,
    ) {
        let spent = self.spend(proof, now);
        let is_more = |before: &Shown| before.steps_up && !spent.evidence.steps_up();
        match before.filter(is_more) {
            Some(before) => self.mark(session, Evidence::Factor(before.method), before.at),
            None => self.mark_with(&spent, session, now),
        }
    }
}
