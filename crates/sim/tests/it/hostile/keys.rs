//! A server that gives its key back in good answers, in every form: no table of the save has it.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::time::HOUR;
use collegium_llm::{
    Broker, Settings, Usages,
    secrets::Key,
    settings::{Api, Profile},
};
use collegium_sim::{
    campus::{people::MindKind, scenario::Overrides},
    simulation::{Campus, Correspondence, Saver, testing},
};
use rusqlite::{Connection, types::ValueRef};
use std::{collections::BTreeMap, path::Path, time::Duration};

const KEY: &str = "sk-Qx7vB2mZ9tLw4RcE";
/// What the server says of its key. Base64 is that of `KEY`, of `a:KEY` and of `ab:KEY`.
const ECHOES: [&str; 11] = [
    KEY,
    "EcR4wLt9Zm2Bv7xQ-ks",
    "SK-QX7VB2MZ9TLW4RCE",
    "c2stUXg3dkIybVo5dEx3NFJjRQ",
    "YTpzay1ReDd2QjJtWjl0THc0UmNF",
    "YWI6c2stUXg3dkIybVo5dEx3NFJjRQ",
    "736b2d517837764232",
    "%73%6b%2dQx7vB2mZ9",
    "s-k-Q-x-7-v-B-2-m-Z-9-t-L-w-4-R-c-E",
    "Qx7v B2mZ 9tLw 4RcE",
    "x7vB2mZ9tLw4R",
];

/// Every cell of every table, by `table.column`.
fn cells(path: &Path) -> BTreeMap<String, Vec<Vec<u8>>> {
    let save = Connection::open(path).unwrap();
    let mut tables = save
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .unwrap();
    let names = tables.query_map([], |row| row.get(0)).unwrap();
    let mut cells: BTreeMap<String, Vec<Vec<u8>>> = BTreeMap::new();
    for table in names.map(|name: Result<String, _>| name.unwrap()) {
        let mut select = save.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns: Vec<String> = select.column_names().into_iter().map(Into::into).collect();
        let mut rows = select.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for (at, column) in columns.iter().enumerate() {
                let bytes = match row.get_ref(at).unwrap() {
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.to_vec(),
                    other => format!("{other:?}").into_bytes(),
                };
                let list = cells.entry(format!("{table}.{column}")).or_default();
                list.push(bytes);
            }
        }
    }
    cells
}

#[test]
fn a_key_that_a_server_gives_back_is_in_no_table() {
    let server = mock_llm::Server::start(mock_llm::Options {
        key: Some(KEY.to_owned()),
        echo: ECHOES.map(str::to_owned).to_vec(),
        ..mock_llm::Options::default()
    })
    .unwrap();
    let base = format!("{}/v1", server.url());
    let mut profile = Profile::new("echo", Api::OpenAi, &base, "mock-llm");
    profile.key = Key::new(KEY);
    profile.timeout = Duration::from_secs(5);
    let overrides = Overrides {
        agents: Some(6),
        mind: Some(MindKind::Model(String::new())),
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    let mut campus = Campus::new(scenario, map, 1);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("echo.campus");
    let mut saver = Saver::create(&path, &mut campus, HOUR).unwrap();
    let broker = Broker::start(Settings::of(profile)).unwrap();
    let mut mail = Correspondence::new(Box::new(broker), 0, Usages::default());
    let end = campus.clock().start.plus(17 * HOUR);
    while campus.clock().now < end {
        let next = saver.next().min(end);
        mail.run_until(&mut campus, next, |_, _| true);
        saver.commit_if_due(&mut campus).unwrap();
    }
    saver.commit(&mut campus).unwrap();
    drop(saver);
    // What keyframes hold is packed: the state that a resume makes of them is searched as well.
    let (resumed, _) = collegium_sim::simulation::resume(&path, 1, HOUR).unwrap();
    let state = resumed.frame().unwrap();

    let total = mail.usages.total();
    assert!(total.ok > 20, "the answers must be good ones: {total:?}");
    let mut cells = cells(&path);
    for page in &state.pages {
        let rows = page.iter().map(<[u8]>::to_vec).collect();
        cells.insert(format!("state {}", page.name), rows);
    }
    let holds = |bytes: &[u8], what: &str| {
        let what = what.as_bytes();
        bytes
            .windows(what.len())
            .any(|window| window.eq_ignore_ascii_case(what))
    };
    for (name, list) in &cells {
        for echo in ECHOES {
            let seen = list.iter().find(|bytes| holds(bytes, echo));
            let text = seen.map(|bytes| String::from_utf8_lossy(bytes));
            assert!(text.is_none(), "{name} holds {echo}: {text:?}");
        }
    }
    // They were there, and were used without it.
    let marked = |name: &str| {
        let list = cells.get(name).map_or(&[][..], Vec::as_slice);
        list.iter().any(|bytes| holds(bytes, "[key]"))
    };
    assert!(marked("calls.answer"), "{:?}", cells.keys());
    assert!(marked("strings.text"), "{:?}", cells.keys());
}
