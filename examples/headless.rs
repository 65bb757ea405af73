//! A campus in somebody's own `App`: `cargo run --no-default-features --example headless`.

#![expect(clippy::print_stdout, reason = "it tells what it does")]

use bevy::prelude::*;
use collegium_core::time::{Clock, DAY, HOUR};
use collegium_sim::campus::{people::Purse, scenario};
use collegium_sim::simulation::{CampusPlugins, step};
use std::{path::Path, sync::Arc};

fn main() -> Result {
    let (scenario, map) = scenario::load(Path::new("scenarios/first-week.toml"), default())?;
    let campus = CampusPlugins {
        scenario: Arc::new(scenario),
        map: Arc::new(map),
        threads: 1,
    };
    let mut app = App::new();
    app.add_plugins((MinimalPlugins, campus));
    app.add_systems(Update, (live, tell).chain()).run();
    Ok(())
}

/// An hour of the campus in each frame.
fn live(world: &mut World) {
    let until = world.resource::<Clock>().now.plus(HOUR);
    while world.resource::<Clock>().now < until {
        step(world, until);
    }
}

/// People are entities like any others.
fn tell(clock: Res<Clock>, purses: Query<&Purse>, mut exit: MessageWriter<AppExit>) {
    let cents: u32 = purses.iter().map(|purse| purse.cents).sum();
    println!("{}: {} in all purses", clock.now, cents / 100);
    if clock.now.since(clock.start) >= DAY {
        exit.write(AppExit::Success);
    }
}
