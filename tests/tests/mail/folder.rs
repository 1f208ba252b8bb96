//! Letters as files, for who develops.

use std::fs;
use std::path::Path;

use countersign::port::CourierError;
use countersign_smtp::Postbox;
use countersign_tests::kept::read;
use countersign_tests::tool::{Part, is_skipped};
use countersign_words::Post as _;
use tokio::task::JoinSet;

use crate::writing::{CODE, Fate, letter};

fn postbox(folder: &Path) -> Postbox {
    Postbox::open(&format!("dir:{}?from=no-reply@site.example", folder.display())).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_letter_in_a_folder_is_a_letter() {
    if is_skipped(Part::Mail) {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("new/mail");
    postbox(&folder).post(&letter(1)).await.unwrap();
    let kept = read(&folder).remove(0);
    assert!(kept.envelope.is_none() && kept.defects.is_empty());
    assert_eq!(kept.to, ["ada@acme.example"]);
    assert_eq!(kept.text.matches(CODE).count(), 1);
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_on_the_machine_reads_a_letter() {
    use std::os::unix::fs::PermissionsExt as _;

    let home = tempfile::tempdir().unwrap();
    postbox(home.path()).post(&letter(1)).await.unwrap();
    let file = home.path().join(&names(home.path())[0]);
    assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_letter_takes_the_place_of_another() {
    let home = tempfile::tempdir().unwrap();
    let mut posts = JoinSet::new();
    for _ in 0..20 {
        let postbox = postbox(home.path());
        posts.spawn(async move { postbox.post(&letter(7)).await });
    }
    while let Some(posted) = posts.join_next().await {
        posted.unwrap().unwrap();
    }
    let names = names(home.path());
    assert_eq!(names.len(), 20, "{names:?}");
    assert!(names.iter().all(|name| name.ends_with(".eml") && !name.starts_with('.')), "{names:?}");
}

#[tokio::test]
async fn what_the_brink_refuses_leaves_no_file() {
    let home = tempfile::tempdir().unwrap();
    let brink = Box::pin(async { Err(CourierError::not_sent("no")) });
    assert!(postbox(home.path()).post_after(&letter(1), brink).await.is_err());
    assert!(names(home.path()).is_empty());
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_to_has_taken_nothing() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("file");
    fs::write(&file, "").unwrap();
    let posted = postbox(&file.join("mail")).post(&letter(1)).await;
    assert_eq!(Fate::of(&posted), Fate::NotSent, "{posted:?}");
    let mut elsewhere = letter(1);
    elsewhere.id = "../elsewhere".to_owned();
    assert_eq!(Fate::of(&postbox(home.path()).post(&elsewhere).await), Fate::Refused);
    assert_eq!(names(home.path()), ["file"]);
}
