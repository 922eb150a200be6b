//! What holds for every place that is changed file by file.

use recoupe::emit::MANIFEST;
use recoupe::publish::{self, PublishError, Sending, State};

use crate::desk::{Desk, files, second_release as expected, told};
use crate::host::{Host, LEASE, RECORD, build, build_with_one_page_changed, is_exactly};

/// Each as a test; `$start` gives the server, if it is installed.
macro_rules! suite {
    ($start:expr, $($name:ident),+ $(,)?) => {
        $(
            #[test]
            fn $name() {
                if let Some(host) = $start {
                    $crate::suite::$name(&host);
                }
            }
        )+
    };
    ($start:expr) => {
        $crate::suite::suite!(
            $start,
            releases_follow_each_other,
            one_publishes_at_a_time,
            of_two_publishers_one_is_refused,
            somebody_elses_site_is_not_replaced,
            a_record_cannot_lead_out_of_the_folder,
        );
    };
}
pub(crate) use suite;

pub fn releases_follow_each_other(host: &dyn Host) {
    let target = host.direct("www");
    let desk = Desk::new();
    let there = || host.files("www");
    let is_there = || is_exactly(&there(), &files(&desk.path("public")));

    let first = desk.publish(&target).unwrap();
    assert_eq!((first.state, first.plan.added.len()), (State::Files, 4));
    is_there();
    let before = there();
    assert_eq!(desk.publish(&target).unwrap().state, State::Unchanged);
    assert!(there() == before, "something was sent");

    desk.build_second();
    let plan = desk.plan(&target).unwrap();
    assert_eq!(told(&plan), expected());
    assert!(there() == before, "a plan changes nothing");
    assert_eq!(desk.publish(&target).unwrap().plan, plan);
    is_there();

    // All pages, then one of them, then all of them again with one that goes.
    build(&desk, 1);
    desk.publish(&target).unwrap();
    is_there();
    build_with_one_page_changed(&desk, 1);
    let plan = desk.publish(&target).unwrap().plan;
    let changed: Vec<_> = plan.changed.iter().map(|item| item.path.as_str()).collect();
    assert_eq!(changed, ["claims/c3/index.html", MANIFEST]);
    assert_eq!((plan.added.len(), plan.removed.len()), (0, 0));
    is_there();
    build(&desk, 2);
    let plan = desk.publish(&target).unwrap().plan;
    assert!(plan.removed.iter().any(|item| item.path == "claims/only-1/index.html"));
    is_there();
}

pub fn one_publishes_at_a_time(host: &dyn Host) {
    let target = host.direct("www");
    let desk = Desk::new();
    desk.publish(&target).unwrap();
    let other = r#"{"id":"another","host":"the other desk","started":1,"expires":99999999999}"#;
    host.write("www", LEASE, other);
    build(&desk, 1);
    let is_there = || is_exactly(&host.files("www"), &files(&desk.path("public")));

    let refused = desk.publish(&target).unwrap_err();
    assert!(matches!(&refused, PublishError::Leased { host, .. } if host == "the other desk"), "{refused}");
    assert_eq!(host.files("www")["index.html"], "home");

    host.write("www", LEASE, &other.replace("99999999999", "2"));
    desk.publish(&target).expect("a lease that has expired is taken over");
    is_there();

    host.write("www", LEASE, other);
    build(&desk, 2);
    let how = Sending { break_lease: true, ..Sending::default() };
    desk.with(|release| publish::prepare(release, &target)?.send_as(&how)).expect("a lease can be broken");
    is_there();

    let own = std::fs::read_to_string(desk.path(".recoupe/publisher")).unwrap();
    host.write("www", LEASE, &other.replace("another", &own));
    build(&desk, 3);
    desk.publish(&target).expect("whoever was interrupted takes its own lease up again");
    is_there();
}

pub fn of_two_publishers_one_is_refused(host: &dyn Host) {
    let (one, two) = (Desk::new(), Desk::new());
    build(&one, 1);
    one.publish(&host.direct("www")).unwrap();
    build(&one, 2);
    build(&two, 3);
    let target = &host.direct("www");
    let ends = std::thread::scope(|scope| {
        let threads = [&one, &two].map(|desk| scope.spawn(move || desk.publish(target)));
        threads.map(|thread| thread.join().unwrap())
    });
    let sites = [&one, &two].map(|desk| files(&desk.path("public")));
    let done: Vec<usize> = (0..2).filter(|&at| ends[at].is_ok()).collect();
    for error in ends.iter().filter_map(|end| end.as_ref().err()) {
        assert!(matches!(error, PublishError::Moved(_) | PublishError::Leased { .. }), "{error}");
    }
    let now = host.files("www");
    assert!(done.iter().any(|&at| now["index.html"] == sites[at]["index.html"]), "{ends:?}");
    let last = sites.iter().find(|site| site["index.html"] == now["index.html"]).unwrap();
    is_exactly(&now, last);
}

pub fn somebody_elses_site_is_not_replaced(host: &dyn Host) {
    host.write("www", "index.html", "years of work");
    let refused = Desk::new().publish(&host.direct("www")).unwrap_err();
    assert!(matches!(refused, PublishError::ForeignPlace(_)), "{refused}");
    assert_eq!(host.files("www").len(), 1);
}

pub fn a_record_cannot_lead_out_of_the_folder(host: &dyn Host) {
    let target = host.direct("www");
    let desk = Desk::new();
    desk.publish(&target).unwrap();
    let record = host.files("www")[RECORD].replace("claims/a/index.html", "../victim");
    host.write("www", RECORD, &record);
    build(&desk, 1);
    assert!(matches!(desk.publish(&target).unwrap_err(), PublishError::UnknownRecord { .. }));
}

/// For places that keep headers with their files.
pub fn a_change_of_headers_alone_is_sent(host: &dyn Host) {
    let target = host.direct("www");
    let desk = Desk::new();
    desk.publish(&target).unwrap();
    let mut record: serde_json::Value = serde_json::from_str(&host.files("www")[RECORD]).unwrap();
    record["files"]["static/a.css"]["headers"] = "of an earlier recoupe".into();
    host.write("www", RECORD, &record.to_string());
    let plan = desk.publish(&target).unwrap().plan;
    let changed: Vec<_> = plan.changed.iter().map(|item| item.path.as_str()).collect();
    assert_eq!(changed, ["static/a.css"]);
}
