//! The administration: who has a second factor and who has not, why something is asked of somebody,
//! the rules, and the log.
//!
//! | who asks | gets |
//! |---|---|
//! | nobody | the sign-in, as on every page of ours |
//! | a key, a service, somebody who acts as another, who may not, or whose tenant is another | the answer of a page that is not there |
//! | an administrator who has shown no factor for a while | the challenge, and is led back |
//! | an administrator | what they may see; forms only for what they may do |

mod confirmations;
mod csv;
mod dates;
mod enter;
mod explanation;
mod export;
mod links;
mod log_page;
mod people_page;
mod person_forms;
mod person_page;
mod route;
mod rule_form;
mod rule_item;
mod rules_page;
mod totals;
mod words;

pub(crate) use route::AdminRoute;
