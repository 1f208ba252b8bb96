//! The journeys of mail once more, with mail that goes through a mail server that is not ours and is read
//! by a parser that is not ours.

use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;

use async_trait::async_trait;
use countersign::port::{Content, Courier as _, CourierError, Message};
use countersign_conformance::{Adapter, Arrived, ByMail, Road, Suite};
use countersign_smtp::Postbox;
use countersign_tests::doors::{Actix, RocketDoor, Tower};
use countersign_tests::kept::Kept;
use countersign_tests::smtp_server::{Mode, SmtpServer};
use countersign_tests::tool::{Part, is_skipped};
use countersign_words::{Languages, Letters, Mail};

/// A mail server, and somebody who reads what it has taken.
#[derive(Debug)]
struct Server {
    server: SmtpServer,
    mail: Mail,
    letters: AtomicU64,
}

impl Server {
    fn start() -> Self {
        let server = SmtpServer::start(Mode::Accept);
        let languages = Languages::new().expect("languages");
        let letters = Letters::new(languages, "https://site.example/2fa").expect("letters");
        let patient = format!("{}&connect=120&timeout=300", server.url());
        let postbox = Postbox::open(&patient).expect("a mail server");
        Self { server, mail: Mail::new(letters, postbox), letters: AtomicU64::new(1) }
    }
}

#[async_trait]
impl Road for Server {
    async fn carry(&self, message: &Message) -> Result<Arrived, CourierError> {
        // Chance is the same in every journey, and so are ids.
        let mut message = message.clone();
        message.id = format!("{:032x}", self.letters.fetch_add(1, Ordering::SeqCst)).into();
        self.mail.deliver(&message).await?;
        // Another program reads it, and whoever waits for that serves nobody.
        let kept = tokio::task::block_in_place(|| self.server.message(&message.id))
            .ok_or_else(|| CourierError::unsure("the server has taken it, and it is not there"))?;
        let to = kept.to.join(", ");
        // What a person would do: the line with the digits, and the link.
        Ok(match &message.content {
            Content::Code { .. } => Arrived { to, code: code(&kept), link: None },
            Content::Confirmation { .. } => Arrived { to, code: None, link: link(&kept) },
            Content::Notice(_) | _ => Arrived { to, code: None, link: None },
        })
    }
}

fn code(kept: &Kept) -> Option<String> {
    let digits = |line: &str| line.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let is_code = |line: &String| line.len() == 6 && line.bytes().all(|b| b.is_ascii_digit());
    kept.text.lines().map(digits).find(is_code)
}

fn link(kept: &Kept) -> Option<String> {
    let words = kept.text.split_whitespace();
    let link = words.filter_map(|word| word.strip_prefix("https://site.example/2fa/"));
    link.map(str::to_owned).find(|rest| rest.starts_with("confirm-address?token="))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_journey_of_mail_holds_where_mail_goes_through_a_real_server() {
    if is_skipped(Part::Mail) {
        return;
    }
    let road: Arc<dyn Road> = Arc::new(Server::start());
    let adapters: Vec<Arc<dyn Adapter>> = vec![
        Arc::new(ByMail(Tower, Arc::clone(&road))),
        Arc::new(ByMail(Actix, Arc::clone(&road))),
        Arc::new(ByMail(RocketDoor, road)),
    ];
    let report = Suite::new().expect("journeys").with_mail().play(&adapters).await;
    println!("{report}");
    report.assert();
}
