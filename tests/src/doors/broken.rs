//! The site behind an adapter that is broken on purpose, to see whether the suite notices.

#![expect(clippy::wildcard_enum_match_arm, reason = "each way differs in one thing")]

use std::collections::HashSet;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use ::tower::ServiceExt as _;
use async_trait::async_trait;
use axum::body::Body;
use axum::extract::{OriginalUri, Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::{Router, serve};
use countersign_conformance::{Asks, Door, Opened, Site};
use countersign_tower::Web;
use countersign_web::cookie_value;
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};

use super::tower::{self, FirstFactorFails, Rotation, SecondGate};

/// What is wrong with the adapter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the tests try each")]
pub enum Broken {
    /// Nothing.
    Nothing,
    /// It does not gate `HEAD`.
    ForgetsHead,
    /// It does not gate `OPTIONS`.
    ForgetsOptions,
    /// It does not gate what no route matches.
    OpensTheFallback,
    /// It opens routes by the text of their path.
    OpensByText,
    /// It lets an upgrade through.
    OpensUpgrades,
    /// It takes the path from a header.
    BelievesHeaders,
    /// The handler runs, and its answer is replaced.
    RunsAndOverrules,
    /// It remembers that a session has passed.
    RemembersPasses,
    /// An error of the first factor means nobody.
    FaultIsNobody,
    /// The session keeps its id.
    KeepsTheSession,
    /// `Recent` is no more than `Verified`.
    SkipsStepUp,
    /// Only the first `Set-Cookie` goes out.
    DropsTheSecondCookie,
    /// It says that every form comes from the site.
    IgnoresTheOrigin,
    /// It hands over the path without its query.
    LosesTheQuery,
    /// Everybody gets pages.
    IgnoresAccept,
    /// It reads the bodies of the application's requests, up to what its own pages take.
    ReadsEveryBody,
    /// It takes whatever comes for its own pages.
    TakesAnyLength,
    /// Its answers may be stored.
    ForgetsNoStore,
    /// It answers a `HEAD` for its own pages with 405.
    RefusesHead,
    /// Its own redirects are permanent.
    RedirectsForEver,
}

impl Broken {
    /// Every way in which it is broken.
    pub const WAYS: [Self; 20] = [
        Self::ForgetsHead,
        Self::ForgetsOptions,
        Self::OpensTheFallback,
        Self::OpensByText,
        Self::OpensUpgrades,
        Self::BelievesHeaders,
        Self::RunsAndOverrules,
        Self::RemembersPasses,
        Self::FaultIsNobody,
        Self::KeepsTheSession,
        Self::SkipsStepUp,
        Self::DropsTheSecondCookie,
        Self::IgnoresTheOrigin,
        Self::LosesTheQuery,
        Self::IgnoresAccept,
        Self::ReadsEveryBody,
        Self::TakesAnyLength,
        Self::ForgetsNoStore,
        Self::RefusesHead,
        Self::RedirectsForEver,
    ];
}

#[async_trait]
impl Door for Broken {
    fn name(&self) -> &str {
        "broken"
    }

    async fn open(&self, site: Site, web: Web) -> io::Result<Opened> {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let app = app(*self, &site, web);
        let task = tokio::spawn(async move {
            // It ends with the task.
            let _ = serve(listener, app).await;
        });
        Ok(Opened::by_task(address, task))
    }
}

/// The same site with the layer and without it, and which of them is asked.
#[derive(Clone)]
struct Both {
    broken: Broken,
    gated: Router,
    bare: Router,
    passed: Arc<Mutex<HashSet<String>>>,
}

fn app(broken: Broken, site: &Site, web: Web) -> Router {
    let gate = match broken {
        Broken::SkipsStepUp => SecondGate::Verified,
        _ => SecondGate::AsItAsks,
    };
    let fails = match broken {
        Broken::FaultIsNobody => FirstFactorFails::Nobody,
        _ => FirstFactorFails::Fault,
    };
    let rotation = match broken {
        Broken::KeepsTheSession => Rotation::Keeps,
        _ => Rotation::Rotates,
    };
    let both = Both {
        broken,
        gated: tower::gated(site, web, gate, fails, rotation),
        bare: tower::routes(site, gate),
        passed: Arc::default(),
    };
    let sessions = site.clone();
    Router::new()
        .fallback(answer)
        .with_state(both)
        .layer(middleware::from_fn(move |request: Request, next: Next| {
            tower::within(sessions.clone(), request, next)
        }))
        .layer(middleware::from_fn(move |request, next| outermost(broken, request, next)))
}

async fn answer(State(both): State<Both>, mut request: Request) -> Response {
    let session = cookie_value(request.headers().get_all(header::COOKIE).iter(), "session");
    let session = session.unwrap_or_default().to_owned();
    let path = request.uri().path().to_owned();
    let ours = path.starts_with("/2fa") || path.starts_with("/security");
    let known = Site::ROUTES.iter().any(|route| {
        let stem = route.path.split('{').next().unwrap_or_default();
        route.path == path || (stem != route.path && path.starts_with(stem))
    });
    let skips = !ours
        && match both.broken {
            Broken::ForgetsHead => request.method() == Method::HEAD,
            Broken::ForgetsOptions => request.method() == Method::OPTIONS,
            Broken::OpensTheFallback => !known,
            Broken::OpensByText => path.to_ascii_lowercase().starts_with("/public"),
            Broken::OpensUpgrades => request.headers().contains_key(header::UPGRADE),
            Broken::BelievesHeaders => request.headers().contains_key("x-original-url"),
            Broken::RemembersPasses => passed(&both.passed).contains(&session),
            _ => false,
        };
    let open = Site::ROUTES.iter().any(|route| route.asks == Asks::Open && route.path == path);
    if both.broken == Broken::RunsAndOverrules && !ours && !open {
        let early = Request::builder().uri(request.uri().clone()).body(Body::empty());
        if let Ok(mut early) = early {
            *early.extensions_mut() = request.extensions().clone();
            let _ = both.bare.clone().oneshot(early).await;
        }
    }
    change(both.broken, ours, &mut request);
    let app = if skips { both.bare } else { both.gated };
    if both.broken == Broken::ReadsEveryBody {
        let (head, body) = request.into_parts();
        let body = axum::body::to_bytes(body, Web::LONGEST_BODY).await;
        let Ok(body) = body else {
            return status(StatusCode::PAYLOAD_TOO_LARGE);
        };
        request = Request::from_parts(head, Body::from(body));
    }
    let answer = app.oneshot(request).await.unwrap_or_else(|never| match never {});
    if answer.status() == StatusCode::OK && !ours {
        passed(&both.passed).insert(session);
    }
    answer
}

fn passed(sessions: &Mutex<HashSet<String>>) -> std::sync::MutexGuard<'_, HashSet<String>> {
    sessions.lock().unwrap_or_else(PoisonError::into_inner)
}

fn change(broken: Broken, ours: bool, request: &mut Request) {
    match broken {
        Broken::IgnoresTheOrigin if ours => {
            let headers = request.headers_mut();
            headers.remove(header::ORIGIN);
            headers.remove("sec-fetch-site");
        }
        Broken::LosesTheQuery => {
            request.extensions_mut().remove::<OriginalUri>();
            let path = request.uri().path().parse::<Uri>();
            if let Ok(path) = path {
                *request.uri_mut() = path;
            }
        }
        Broken::IgnoresAccept => {
            let html = HeaderValue::from_static("text/html");
            request.headers_mut().insert(header::ACCEPT, html);
            request.headers_mut().remove(header::UPGRADE);
        }
        _ => {}
    }
}

async fn outermost(broken: Broken, mut request: Request, next: Next) -> Response {
    let ours = request.uri().path().starts_with("/2fa");
    if broken == Broken::RefusesHead && ours && request.method() == Method::HEAD {
        return status(StatusCode::METHOD_NOT_ALLOWED);
    }
    if broken == Broken::TakesAnyLength && ours {
        let (head, body) = request.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
        let short = body.get(..Web::LONGEST_BODY).map(<[u8]>::to_vec);
        request = Request::from_parts(head, short.map_or_else(|| Body::from(body), Body::from));
    }
    let mut response = next.run(request).await;
    let stops = response.headers().contains_key("x-frame-options");
    match broken {
        Broken::DropsTheSecondCookie => only_one_cookie(response.headers_mut()),
        Broken::ForgetsNoStore if stops => {
            response.headers_mut().remove(header::CACHE_CONTROL);
        }
        Broken::RedirectsForEver if stops && response.status() == StatusCode::FOUND => {
            *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
        }
        _ => {}
    }
    response
}

fn only_one_cookie(headers: &mut HeaderMap) {
    if let Some(first) = headers.get(header::SET_COOKIE).cloned() {
        headers.insert(header::SET_COOKIE, first);
    }
}

fn status(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}
