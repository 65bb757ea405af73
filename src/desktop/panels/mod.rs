//! The panels around the map. Each is a file with a [`Panel`] that stands in [`PANELS`].

mod arrange;
mod chains;
mod compare;
mod events;
mod heads;
mod help;
mod inspector;
mod learning;
mod legend;
mod menu;
mod models;
mod overlay;
mod panel;
mod people;
mod reasons;
mod screen;
mod signs;
mod tabs;
mod toasts;
mod top;
mod widgets;

use super::{
    map::{
        camera::Rig,
        people::Cast,
        scene::{Buildings, Marks},
        split::Split,
    },
    run::{launch::Launch, session::Run, trainer::Trainer},
    state::{AddCommands, CommandTable, View},
    theme,
};
use bevy::{
    diagnostic::FrameCount,
    ecs::system::SystemParam,
    prelude::{App, Local, Real, Res, ResMut, Result, Time},
};
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{self, LayerId, Order, RichText, Ui, UiBuilder},
};
use collegium_core::i18n::Words;
use panel::{Panel, Placement};
use screen::Screen;

/// All panels, in the order of their buttons.
static PANELS: [Panel; 7] = [
    models::PANEL,
    heads::PANEL,
    learning::PANEL,
    people::PANEL,
    events::PANEL,
    inspector::PANEL,
    help::PANEL,
];

/// Adds the panels and their commands.
pub(super) fn plugin(app: &mut App) {
    app.add_commands(PANELS.map(|panel| panel.command))
        .add_systems(EguiPrimaryContextPass, draw);
}

/// Opens the panels that are open at first.
pub fn open_first(view: &mut View) {
    for panel in PANELS.iter().filter(|panel| panel.open) {
        view.docked.insert(panel.name());
    }
}

/// What panels look at, while they are drawn.
#[derive(SystemParam)]
struct Shown<'w> {
    words: Res<'w, Words>,
    commands: Res<'w, CommandTable>,
    run: Res<'w, Run>,
    cast: Res<'w, Cast>,
    rig: Res<'w, Rig>,
    marks: Res<'w, Marks>,
    buildings: Res<'w, Buildings>,
    time: Res<'w, Time<Real>>,
    launch: Res<'w, Launch>,
    split: Res<'w, Split>,
    trainer: Res<'w, Trainer>,
}

/// Draws everything that lies over the map.
fn draw(
    mut contexts: EguiContexts,
    shown: Shown,
    mut view: ResMut<View>,
    frame: Res<FrameCount>,
    mut themed: Local<bool>,
    mut before: Local<(u32, usize)>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    if !*themed {
        theme::apply(ctx);
        *themed = true;
    }
    let screen = Screen {
        words: &shown.words,
        commands: &shown.commands,
        session: &shown.run,
        cast: &shown.cast,
        rig: &shown.rig,
        marks: &shown.marks,
        buildings: &shown.buildings.0,
        seconds: shown.time.delta_secs(),
        options: &shown.launch.options,
        twin_picture: shown.split.texture,
        trainer: &shown.trainer,
    };
    // A frame may be drawn twice; what was done in the first drawing is done again in the second.
    if before.0 == frame.0 {
        view.actions.truncate(before.1);
    } else {
        *before = (frame.0, view.actions.len());
    }
    overlay::show(ctx, &screen, &view);
    show(ctx, &screen, &mut view);
    Ok(())
}

/// Draws all panels and notes what is left for the map.
fn show(ctx: &egui::Context, screen: &Screen<'_>, view: &mut View) {
    let place = UiBuilder::new()
        .layer_id(LayerId::background())
        .max_rect(ctx.viewport_rect());
    let mut root = Ui::new(ctx.clone(), "root".into(), place);
    top::show(&mut root, screen, view, &PANELS);
    compare::show(&mut root, screen, view);
    let below = root.available_rect_before_wrap();
    let docked: Vec<&Panel> = PANELS.iter().filter(|p| view.shows(&p.command)).collect();
    for panel in &docked {
        if let Placement::Side(draw) = panel.place {
            draw(&mut root, screen, view);
        }
    }
    for panel in &docked {
        if let Placement::Bottom(draw) = panel.place {
            draw(&mut root, screen, view);
        }
    }
    (view.twin_rect, view.map_rect) = halves(
        root.available_rect_before_wrap(),
        screen.session.twin.is_some(),
    );
    for panel in docked {
        window(ctx, screen, view, panel, below);
    }
    legend::show(ctx, screen, view);
    toasts::show(ctx, view, screen.seconds);
    view.typing = ctx.text_edit_focused();
    view.menu_open = ctx.any_popup_open();
    view.pointer_on_map = ctx.pointer_latest_pos().is_some_and(|p| {
        let above = ctx
            .layer_id_at(p)
            .is_some_and(|layer| layer.order != Order::Background);
        let seen = view.map_rect.contains(p) || view.twin_rect.is_some_and(|r| r.contains(p));
        seen && !above
    }) && !ctx.egui_is_using_pointer();
}

/// Draws a panel that is a window; it stays below the bar.
fn window(
    ctx: &egui::Context,
    screen: &Screen<'_>,
    view: &mut View,
    panel: &Panel,
    below: egui::Rect,
) {
    let Placement::Window(title, shape, draw) = panel.place else {
        return;
    };
    let mut open = true;
    frame(ctx, panel.name(), screen.words.say(title), below, shape)
        .open(&mut open)
        .show(ctx, |ui| draw(ui, screen, view));
    if !open {
        view.close_window(panel.name());
    }
}

/// A panel's window, before anything is in it.
fn frame(
    ctx: &egui::Context,
    name: &'static str,
    title: &str,
    below: egui::Rect,
    shape: fn(egui::Window<'static>, &egui::Context) -> egui::Window<'static>,
) -> egui::Window<'static> {
    let title = RichText::new(title).size(17.0).color(theme::ACCENT);
    let frame = egui::Window::new(title)
        .id(name.into())
        .default_pos([280.0, 70.0])
        .constrain_to(below)
        .resizable(false)
        .collapsible(false);
    shape(frame, ctx)
}

/// The part of the window for the twin's map, and that for the run's: halves of the same size on
/// whole pixels, with a line between them.
fn halves(rect: egui::Rect, split: bool) -> (Option<egui::Rect>, egui::Rect) {
    if !split {
        return (None, rect);
    }
    let width = ((rect.width() - 2.0) / 2.0).floor().max(1.0);
    let size = egui::vec2(width, rect.height());
    let right = egui::pos2(rect.right() - width, rect.top());
    (
        Some(egui::Rect::from_min_size(rect.min, size)),
        egui::Rect::from_min_size(right, size),
    )
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            control,
            state::{CommandAction, INSPECTOR},
        },
        *,
    };

    #[test]
    fn every_panel_has_a_name_of_its_own_and_is_placed_as_its_command_says() {
        for (i, panel) in PANELS.iter().enumerate() {
            assert!(!panel.name().is_empty());
            assert!(PANELS[i + 1..].iter().all(|p| p.name() != panel.name()));
            let window = matches!(panel.place, Placement::Window(..));
            assert_eq!(
                window,
                matches!(panel.command.action, CommandAction::Window(_)),
                "{}",
                panel.name()
            );
        }
        assert!(PANELS.iter().any(|p| p.name() == INSPECTOR));
    }

    #[test]
    fn no_key_means_two_things() {
        let mut app = App::new();
        app.add_plugins((control::plugin, plugin));
        let table = app.world().resource::<CommandTable>();
        for (i, a) in table.iter().enumerate() {
            for b in table.iter().skip(i + 1) {
                assert_ne!(a.name, b.name);
                for ctrl in [false, true] {
                    let same = a.codes(ctrl).iter().find(|c| b.codes(ctrl).contains(c));
                    assert_eq!(same, None, "{} and {}", a.name, b.name);
                }
            }
        }
    }

    #[test]
    fn both_campuses_have_as_much_room() {
        let rect = egui::Rect::from_min_max(egui::pos2(250.0, 48.0), egui::pos2(1251.0, 700.0));
        let (left, right) = halves(rect, true);
        assert_eq!(left.map(|l| l.size()), Some(right.size()));
        assert!(left.is_some_and(|l| l.right() < right.left()) && right.right() == rect.right());
        assert_eq!(halves(rect, false), (None, rect));
    }
}
