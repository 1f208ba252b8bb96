//! A whole adapter for plain hyper, and its door. To write another one, begin with a copy of this.

use std::{io, sync::Arc};

use bytes::Bytes;
use countersign::port::Rotates;
use countersign_conformance::{self as suite, Asks, Route, Session, Site, Visit};
use countersign_web::{
    Grounds, Identified, NO_STORE, Rotated, Turn, Unread, View, Way, Web, cookie_value,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, header};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::{body::Incoming, http::request::Parts, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpListener, task::JoinSet};

type Asked = (Parts, Incoming);
type Answer = Response<Bytes>;

/// The adapter: the pages, and the application whose first factor counts.
#[derive(Clone)]
struct Countersign {
    web: Web,
    site: Site,
}

impl Countersign {
    /// Answers a request: with one of our pages, with what stops it, or with what `handler` says.
    /// Whether a route is open is for the router to say: a second reading of the path could differ.
    async fn answer<R: Future<Output = Answer>>(
        &self,
        (mut parts, body): Asked,
        way: Way,
        handler: impl FnOnce(Asked) -> R,
    ) -> Answer {
        if self.web.owns(parts.uri.path()) {
            // hyper drops what it waits for when the client hangs up; then a code would be spent
            // and nothing given for it. A task goes on.
            let (web, view) = (self.web.clone(), parts.clone());
            let page = tokio::spawn(self.clone().own_page((parts, body))).await;
            return page.unwrap_or_else(|_| web.lost(&self::view(&view)));
        }
        let device = || cookie(&parts.headers, self.web.cookie_name());
        let found = self.web.look(self.first_factor(&parts), "", device).await;
        let grounds = match found.and_then(|grounds| grounds.may(|| way).map(|_| grounds)) {
            Ok(grounds) => grounds,
            Err(stopped) => return stopped.answer(&view(&parts)),
        };
        let cookie = grounds.cookie();
        // Where handlers find it. Without it there was no gate, and they do not run.
        parts.extensions.insert(Arc::new(grounds));
        let mut response = handler((parts, body)).await;
        if let Some(cookie) = cookie {
            // Appended: handlers set cookies too. And no cache may give it to somebody else.
            response.headers_mut().append(header::SET_COOKIE, cookie);
            response
                .headers_mut()
                .insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
        }
        response
    }

    async fn own_page(self, (parts, body): Asked) -> Answer {
        let body = whole(body, Web::LONGEST_BODY).await.map_err(|status| match status {
            StatusCode::PAYLOAD_TOO_LARGE => Unread::TooLarge,
            _ => Unread::Broken,
        });
        let session = parts.extensions.get::<Session>().cloned();
        let rotation = Turn::new(Rotates::Yes, new_id(session));
        let (who, path) = (self.first_factor(&parts), parts.uri.path());
        self.web.handle(view(&parts), path, body, who, rotation).await
    }

    /// Who is signed in, as the application says. An adapter for many takes a trait or a closure.
    fn first_factor(&self, parts: &Parts) -> Identified {
        let session = parts.extensions.get::<Session>().ok_or("no session")?;
        self.site.principal(session, text(&parts.headers, header::AUTHORIZATION))
    }
}

/// Gives the session a new id when a factor is shown in it.
async fn new_id(session: Option<Session>) -> Rotated {
    Ok(session.and_then(|session| session.rotate()))
}

/// What a request says. The path is the one that the router sees, without the host that a target
/// may have in it; and nothing is nested.
fn view(parts: &Parts) -> View<'_> {
    let (path, query) = (parts.uri.path(), parts.uri.query());
    View { method: &parts.method, path, query, prefix: "", headers: &parts.headers }
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    cookie_value(headers.get_all(header::COOKIE).iter(), name)
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// A body that is no longer than `longest`, or the status to answer.
async fn whole(body: Incoming, longest: usize) -> Result<Bytes, StatusCode> {
    match Limited::new(body, longest).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => Err(StatusCode::BAD_REQUEST),
    }
}

// What follows is the suite's: sessions outside, then the adapter, then the routes of its site.

async fn serve(app: Countersign, asked: Request<Incoming>) -> hyper::Result<Response<Full<Bytes>>> {
    let (mut parts, body) = asked.into_parts();
    let session = app.site.session(cookie(&parts.headers, "session"));
    parts.extensions.insert(session.clone());
    let found = find(&parts.method, parts.uri.path());
    let is_open = found.as_ref().is_ok_and(|route| route.asks == Asks::Open);
    let way = if is_open { Way::Open } else { Way::Shut };
    let handler = async |asked| match &found {
        Ok(route) => run(&app, route, session.clone(), asked).await,
        Err(others) => refused(StatusCode::METHOD_NOT_ALLOWED, others),
    };
    let mut response = app.answer((parts, body), way, handler).await;
    if let Some(cookie) = session.set_cookie() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response.map(Full::new))
}

/// The router: a route, or all of this path if none has this method. hyper cuts `HEAD` short.
fn find(method: &Method, path: &str) -> Result<&'static Route, Vec<&'static Route>> {
    let method = if method == Method::HEAD { "GET" } else { method.as_str() };
    let of_path: Vec<_> = Site::ROUTES.iter().filter(|route| fits(route.path, path)).collect();
    let nothing = of_path.is_empty().then_some(&Site::ANYTHING);
    of_path.iter().find(|route| route.method == method).copied().or(nothing).ok_or(of_path)
}

/// Whether a path fits a pattern. All holes are at the end.
fn fits(pattern: &str, path: &str) -> bool {
    let Some((before, name)) = pattern.split_once('{') else { return pattern == path };
    path.strip_prefix(before)
        .is_some_and(|rest| !rest.is_empty() && (name.starts_with('*') || !rest.contains('/')))
}

/// The answer of a server that has no route or no patience for a request.
fn refused(status: StatusCode, of_path: &[&Route]) -> Answer {
    let mut response = Answer::default();
    *response.status_mut() = status;
    for route in of_path {
        let method = if route.method == "GET" { "GET, HEAD" } else { route.method };
        response.headers_mut().append(header::ALLOW, HeaderValue::from_static(method));
    }
    response
}

/// A handler: it asks for what its route asks for, and only then reads the body.
async fn run(app: &Countersign, route: &Route, session: Session, (parts, body): Asked) -> Answer {
    let Some(grounds) = parts.extensions.get::<Arc<Grounds>>() else {
        return refused(StatusCode::SERVICE_UNAVAILABLE, &[]);
    };
    let principal = match route.asks {
        Asks::Nothing => Ok(None),
        Asks::Open => Ok(grounds.signed_in().ok().map(|who| who.principal().clone())),
        Asks::Verified => grounds.verified().map(|who| Some(who.principal().clone())),
        Asks::Recent => grounds.recent::<300>().await.map(|who| Some(who.principal().clone())),
    };
    let principal = match principal {
        Ok(principal) => principal,
        Err(stopped) => return stopped.answer(&view(&parts)),
    };
    let standing = grounds.standing();
    let body = match whole(body, 8 * 1024 * 1024).await {
        Ok(body) => body,
        Err(status) => return refused(status, &[]),
    };
    let socket_key = text(&parts.headers, header::SEC_WEBSOCKET_KEY).map(str::to_owned);
    app.site.answer(route, Visit { session, principal, standing, socket_key, body }).await
}

struct Hyper;

#[async_trait::async_trait]
impl suite::Door for Hyper {
    fn name(&self) -> &str {
        "hyper"
    }

    async fn open(&self, site: Site, web: Web) -> io::Result<suite::Opened> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let app = Countersign { web, site };
        let task = tokio::spawn(async move {
            // They end with the task that accepts them.
            let (http, mut open) = (http1::Builder::new(), JoinSet::new());
            loop {
                let Ok((stream, _)) = listener.accept().await else { continue };
                let app = app.clone();
                let service = service_fn(move |asked| serve(app.clone(), asked));
                open.spawn(http.serve_connection(TokioIo::new(stream), service).with_upgrades());
            }
        });
        Ok(suite::Opened::by_task(address, task))
    }
}

#[tokio::main]
async fn main() -> Result<(), String> {
    let adapters: [Arc<dyn suite::Adapter>; 1] = [Arc::new(suite::InProcess(Hyper))];
    let report = suite::Suite::new()?.play(&adapters).await;
    let placement = suite::Placement::try_at(&adapters).await?;
    println!("{report}\n{placement}");
    report.assert();
    placement.assert();
    Ok(())
}

#[test]
fn every_journey_passes_at_plain_hyper() {
    main().unwrap();
}
