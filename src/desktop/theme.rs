//! The app's looks: a calm, warm, dark theme with clear text; every colour of the panels is named
//! here.

use bevy::prelude::Color;
use bevy_egui::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow,
    Stroke, TextStyle, Vec2,
    style::{ScrollStyle, WidgetVisuals},
};
use collegium_core::{files, text::Shown as _};
use collegium_sim::campus::people::Role;
use std::{path::Path, sync::Arc};

/// The fonts, in the order in which a character is looked for: Latin with all of Vietnamese, then
/// Chinese.
const FONTS: [(&str, &str); 2] = [
    ("Noto Sans", "assets/fonts/NotoSans-subset.ttf"),
    ("Noto Sans SC", "assets/fonts/NotoSansSC-subset.otf"),
];

/// The ground of the window around the map.
pub const OUTSIDE: Color32 = Color32::from_rgb(0x1d, 0x19, 0x24);
/// The ground of panels.
pub const PANEL: Color32 = Color32::from_rgb(0x28, 0x23, 0x31);
/// The ground of cards on panels.
pub const CARD: Color32 = Color32::from_rgb(0x33, 0x2c, 0x3e);
/// The ground of fields to write in.
pub const FIELD: Color32 = Color32::from_rgb(0x1e, 0x1a, 0x26);
/// The ground of buttons.
pub const BUTTON: Color32 = Color32::from_rgb(0x42, 0x39, 0x50);
/// Buttons under the pointer.
pub const BUTTON_HOVER: Color32 = Color32::from_rgb(0x54, 0x49, 0x66);
/// Thin lines between parts.
pub const LINE: Color32 = Color32::from_rgb(0x48, 0x3f, 0x56);
/// Text that matters.
pub const TEXT: Color32 = Color32::from_rgb(0xf6, 0xee, 0xe0);
/// Less important text.
pub const WEAK: Color32 = Color32::from_rgb(0xc3, 0xb6, 0xb8);
/// What is chosen or on.
pub const ACCENT: Color32 = Color32::from_rgb(0xf0, 0xb8, 0x52);
/// Text on the ground of the accent.
pub const ON_ACCENT: Color32 = Color32::from_rgb(0x2a, 0x20, 0x18);
/// Green, for good news.
pub const GOOD: Color32 = Color32::from_rgb(0x7f, 0xcb, 0x9a);
/// Red, for bad news.
pub const BAD: Color32 = Color32::from_rgb(0xf0, 0x8a, 0x78);
/// A calm blue, for students among others.
pub const COOL: Color32 = Color32::from_rgb(0x86, 0xb8, 0xe6);
/// A soft violet, for marks.
pub const DREAM: Color32 = Color32::from_rgb(0xb9, 0xa0, 0xe8);
/// A soft rose, for marks.
pub const ROSE: Color32 = Color32::from_rgb(0xec, 0x9d, 0xb5);
/// Paper of speech bubbles.
pub const PAPER: Color32 = Color32::from_rgb(0xfd, 0xf8, 0xec);
/// Text on the paper of speech bubbles.
pub const INK: Color32 = Color32::from_rgb(0x33, 0x27, 0x2d);

/// Round corners of cards and buttons.
pub const ROUND: CornerRadius = CornerRadius::same(8);

/// A colour of egui as one of Bevy.
pub fn bevy(color: Color32) -> Color {
    Color::srgb_u8(color.r(), color.g(), color.b())
}

/// A colour with another opacity, 0 to 1.
pub fn faded(color: Color32, opacity: f32) -> Color32 {
    color.gamma_multiply(opacity.clamp(0.0, 1.0))
}

/// The colours of a measure on the map from little to much: strong ones, for the map is light.
const HEAT: [Color32; 3] = [
    Color32::from_rgb(0x2f, 0x55, 0xd4),
    Color32::from_rgb(0xa8, 0x3f, 0xc8),
    Color32::from_rgb(0xee, 0x2f, 0x3c),
];

/// The colour of a measure on the map, from little (0) to much (1).
pub fn heat(share: f32) -> Color32 {
    let share = share.clamp(0.0, 1.0) * 2.0;
    let [little, half, much] = HEAT;
    if share < 1.0 {
        little.lerp_to_gamma(half, share)
    } else {
        half.lerp_to_gamma(much, share - 1.0)
    }
}

/// The colour by which a role is told apart.
pub const fn role(role: Role) -> Color32 {
    match role {
        Role::Student => COOL,
        Role::Teacher => ACCENT,
        _ => GOOD,
    }
}

/// The frame of a side panel.
pub fn panel() -> egui::Frame {
    egui::Frame::new()
        .fill(PANEL)
        .inner_margin(Margin::symmetric(12, 10))
}

/// The frame of a card on a panel.
pub fn card() -> egui::Frame {
    egui::Frame::new()
        .fill(CARD)
        .corner_radius(ROUND)
        .inner_margin(Margin::symmetric(10, 8))
}

fn widget(fill: Color32, line: Color32, text: Color32) -> WidgetVisuals {
    WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: ROUND,
        fg_stroke: Stroke::new(1.2, text),
        expansion: 0.0,
    }
}

/// The most bytes of a font: whole ones of all Chinese characters have some 20 MB.
const LARGEST_FONT: u64 = 64 << 20;

/// A font: a project's own where there is one that can be read, or else the carried one.
fn font(file: &str) -> FontData {
    let read = |own: &Path| -> Result<FontData, String> {
        let bytes = files::read_at_most(own, LARGEST_FONT).map_err(|e| e.to_string())?;
        // egui panics at what is no font.
        skrifa::FontRef::from_index(&bytes, 0).map_err(|e| format!("it is no font: {e}"))?;
        Ok(FontData::from_owned(bytes.into_owned()))
    };
    let carried = || FontData::from_static(files::built_in(file));
    let own = files::project().map(|folder| folder.join(file));
    let own = own.filter(|own| files::is_file(own));
    own.map_or_else(carried, |own| {
        read(&own).unwrap_or_else(|why| {
            let own = own.shown();
            tracing::warn!("{own}: {why}; the font that Collegium carries is used in its place");
            carried()
        })
    })
}

/// The fonts of the project, or carried, before those of egui, which have no Chinese and lack most Vietnamese
/// letters; egui's have the signs on buttons.
fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    for (i, (name, file)) in FONTS.into_iter().enumerate() {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(font(file)));
        fonts
            .families
            .entry(FontFamily::Proportional)
            .or_default()
            .insert(i, name.to_owned());
        fonts
            .families
            .entry(FontFamily::Monospace)
            .or_default()
            .push(name.to_owned());
    }
    fonts
}

/// Gives egui the fonts, colours and spaces of the app.
pub fn apply(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    ctx.set_theme(egui::Theme::Dark);
    ctx.all_styles_mut(|style| {
        let font = |size: f32| FontId::new(size, FontFamily::Proportional);
        style.text_styles = [
            (TextStyle::Small, font(12.0)),
            (TextStyle::Body, font(14.0)),
            (TextStyle::Button, font(14.0)),
            (TextStyle::Heading, font(19.0)),
            (
                TextStyle::Monospace,
                FontId::new(13.0, FontFamily::Monospace),
            ),
        ]
        .into();
        style.spacing.item_spacing = Vec2::new(8.0, 6.0);
        style.spacing.button_padding = Vec2::new(10.0, 5.0);
        style.spacing.menu_margin = Margin::same(8);
        style.spacing.window_margin = Margin::same(16);
        style.spacing.interact_size.y = 24.0;
        style.spacing.scroll = ScrollStyle {
            floating: true,
            bar_width: 8.0,
            floating_allocated_width: 8.0,
            // Whatever scrolls shows that it does.
            dormant_handle_opacity: 0.6,
            ..ScrollStyle::floating()
        };
        style.interaction.selectable_labels = false;
        style.animation_time = 0.1;
        let v = &mut style.visuals;
        v.dark_mode = true;
        v.override_text_color = None;
        v.weak_text_color = Some(WEAK);
        v.panel_fill = PANEL;
        v.window_fill = PANEL;
        v.window_stroke = Stroke::new(1.0, LINE);
        v.window_corner_radius = CornerRadius::same(14);
        v.menu_corner_radius = CornerRadius::same(10);
        let shadow = Shadow {
            offset: [0, 6],
            blur: 18,
            spread: 0,
            color: Color32::from_black_alpha(110),
        };
        (v.window_shadow, v.popup_shadow) = (shadow, shadow);
        v.extreme_bg_color = FIELD;
        v.text_edit_bg_color = Some(FIELD);
        v.faint_bg_color = CARD;
        v.selection.bg_fill = ACCENT;
        v.selection.stroke = Stroke::new(1.2, ON_ACCENT);
        v.hyperlink_color = ACCENT;
        v.warn_fg_color = ACCENT;
        v.error_fg_color = BAD;
        v.widgets.noninteractive = widget(CARD, LINE, TEXT);
        v.widgets.inactive = widget(BUTTON, Color32::TRANSPARENT, TEXT);
        v.widgets.hovered = widget(BUTTON_HOVER, ACCENT, TEXT);
        v.widgets.active = widget(ACCENT, ACCENT, ON_ACCENT);
        v.widgets.open = widget(BUTTON_HOVER, LINE, TEXT);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG defines it, 0 (black) to 1 (white).
    fn luminance(color: Color32) -> f32 {
        let part = |c: u8| {
            let c = f32::from(c) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                bevy::math::ops::powf((c + 0.055) / 1.055, 2.4)
            }
        };
        0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_character_of_the_texts_has_a_glyph() {
        let ctx = egui::Context::default();
        ctx.set_fonts(fonts());
        let mut missing = String::new();
        let mut check = |ui: &mut egui::Ui| {
            let font = FontId::proportional(14.0);
            let files = ["en.ftl", "zh.ftl", "vi.ftl"].map(|name| {
                std::fs::read_to_string(
                    collegium_sim::simulation::testing::project_file("assets/words").join(name),
                )
                .unwrap()
            });
            // And names, and what people may say.
            let more =
                "Kovářová Nguyễn Ōtani ʻĀina €5 “…” 咖啡馆里的女孩嘿哦 ÀẢÃẶỂỘỮ ☰ ⏸ ⏭ ★ ⏷ ⏵ · × –";
            // egui says of every character in the face of its replacement sign that there is none;
            // these icons are in that face.
            let icons = "▶✖✔🌐";
            for c in files
                .iter()
                .flat_map(|f| f.chars())
                .chain(more.chars())
                .filter(|c| !c.is_whitespace())
            {
                if !ui.ctx().fonts_mut(|f| f.has_glyph(&font, c))
                    && !icons.contains(c)
                    && !missing.contains(c)
                {
                    missing.push(c);
                }
            }
        };
        // Nobody draws here: what would have to be sent to the screen is let go.
        ctx.run_ui(egui::RawInput::default(), &mut check)
            .textures_delta
            .clear();
        assert_eq!(missing, "");
    }

    #[test]
    fn text_can_be_read() {
        for (text, ground) in [
            (TEXT, PANEL),
            (TEXT, CARD),
            (TEXT, BUTTON),
            (TEXT, BUTTON_HOVER),
            (INK, PAPER),
            (ON_ACCENT, ACCENT),
        ] {
            assert!(
                contrast(text, ground) >= 7.0,
                "{text:?} on {ground:?}: {}",
                contrast(text, ground)
            );
        }
        for text in [WEAK, ACCENT, GOOD, BAD, COOL, DREAM, ROSE] {
            assert!(
                contrast(text, CARD) >= 4.5,
                "{text:?}: {}",
                contrast(text, CARD)
            );
        }
    }
}
