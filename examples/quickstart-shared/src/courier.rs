//! Messages to people, on the console instead of by mail.

use async_trait::async_trait;
use countersign::port::{Courier, CourierError, Notice, NoticeKind};

/// Prints every message.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Console;

#[async_trait]
impl Courier for Console {
    async fn deliver(&self, notice: &Notice) -> Result<(), CourierError> {
        println!("mail to {}: [{}] {}", notice.to, notice.issuer, say(notice.kind));
        Ok(())
    }
}

fn say(kind: NoticeKind) -> String {
    match kind {
        NoticeKind::AuthenticatorAdded => "An authenticator app was added.".to_owned(),
        NoticeKind::AuthenticatorRemoved => "An authenticator app was removed.".to_owned(),
        NoticeKind::RecoveryCodeUsed { left } => {
            format!("A recovery code was used; {left} are left.")
        }
        NoticeKind::RecoveryCodesRenewed => "There are new recovery codes.".to_owned(),
        NoticeKind::DeviceRemembered => "A device is remembered from now on.".to_owned(),
        NoticeKind::WrongCodeAfterPassword => {
            "Somebody knew your password and gave a wrong code.".to_owned()
        }
        NoticeKind::DeviceCopied => {
            "Somebody has a copy of a remembered device; it was forgotten.".to_owned()
        }
        NoticeKind::Reset => {
            "Two-factor sign-in was reset for your account. Set it up again when you next sign in; \
             if you did not ask for that, tell the people who look after this site."
                .to_owned()
        }
        // Countersign may come to tell of more.
        other => format!("{other:?}"),
    }
}
