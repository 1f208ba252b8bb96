//! The application in actix-web.

use std::future::{Ready, ready};

use actix_http::{Request, Response};
use actix_service::{IntoServiceFactory, ServiceFactory};
use actix_web::body::MessageBody;
use actix_web::dev::{AppConfig, Payload, ServiceRequest};
use actix_web::error::ErrorUnauthorized;
use actix_web::http::header::{COOKIE, HeaderMap};
use actix_web::web::{Data, get};
use actix_web::{App, Error, FromRequest, HttpRequest, HttpServer};
use countersign_actix::SecondFactorMiddleware;

use crate::application::{Users, session_in, shown};

struct User;

impl FromRequest for User {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let users = request.app_data::<Data<Users>>().unwrap();
        let signed_in = session(request.headers()).and_then(|session| users.signed_in(session));
        ready(signed_in.map(|_| Self).ok_or_else(|| ErrorUnauthorized("sign in first")))
    }
}

fn session(headers: &HeaderMap) -> Option<&str> {
    session_in(headers.get(COOKIE)?.to_str().ok()?)
}

async fn hello_user(_: User) -> &'static str {
    "hello"
}

async fn hello() -> &'static str {
    "hello"
}

pub(crate) fn serve(variant: &str) {
    actix_web::rt::System::new().block_on(async {
        let (users, web) = (Users::some(), shown().await);
        if variant == "bare" {
            let server = HttpServer::new(move || {
                App::new().app_data(Data::new(users.clone())).route("/", get().to(hello_user))
            });
            run(server).await;
        } else {
            let server = HttpServer::new(move || {
                let users = users.clone();
                let first_factor =
                    move |request: &ServiceRequest| users.identify(session(request.headers()));
                let gate = SecondFactorMiddleware::from_request_head(web.clone(), first_factor);
                App::new().wrap(gate).route("/", get().to(hello))
            });
            run(server).await;
        }
    });
}

async fn run<F, I, S, B>(server: HttpServer<F, I, S, B>)
where
    F: Fn() -> I + Send + Clone + 'static,
    I: IntoServiceFactory<S, Request>,
    S: ServiceFactory<Request, Config = AppConfig> + 'static,
    S::Error: Into<Error>,
    S::InitError: core::fmt::Debug,
    S::Response: Into<Response<B>>,
    B: MessageBody + 'static,
{
    let server = server.workers(1).disable_signals().bind(("127.0.0.1", 0)).unwrap();
    println!("{}", server.addrs()[0].port());
    server.run().await.unwrap();
}
