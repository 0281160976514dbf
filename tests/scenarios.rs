//! Every day in `tests/scenarios/` holds, played by the real engine.

use std::sync::Arc;
use unhunch::engine::content::Content;
use unhunch::scenario::{Options, simulate};

fn content() -> Arc<Content> {
    Arc::new(unhunch::library::content(&[]).0.content)
}

#[test]
fn every_day_holds() {
    let mut files: Vec<_> = std::fs::read_dir("tests/scenarios").unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 60, "the days are there");
    let mut wrong = Vec::new();
    let only = std::env::var("DAY").unwrap_or_default();
    for file in files.iter().filter(|f| f.to_string_lossy().contains(&only)) {
        let text = std::fs::read_to_string(file).unwrap();
        let mut printed = Vec::new();
        let report = simulate(
            &text,
            Options {
                settings: String::new(),
                content: content(),
                first_id: 1,
                tray: !only.is_empty(),
                print: &mut |p| printed.push(format!("    {} {}", p.at.format("%d %H:%M:%S"), p.words)),
                keep: &mut |_, _, _, _| {},
            },
        );
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let failures = match report {
            Ok(report) => report.failures.iter().map(|f| format!("{name}:{}: {}", f.line, f.text)).collect(),
            Err(e) => vec![format!("{name}:{}: {}", e.line, e.text)],
        };
        if !failures.is_empty() {
            wrong.extend(failures);
            if !only.is_empty() {
                wrong.extend(printed);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n{} lines", wrong.join("\n"), wrong.len());
}
