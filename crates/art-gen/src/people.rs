//! The people: layered sheets that the app stacks and recolours, so that every agent has a look of
//! its own.

mod bottoms;
mod contact;
mod extras;
mod face;
mod figure;
mod garment;
mod hair;
mod hair_long;
mod headcloth;
mod mask;
mod ramps;
mod sheets;
mod sketch;
mod tops;

use sheets::{CATEGORIES, Sheet, is_blank};
use std::path::Path;

/// Writes every sheet and the palette file into `folder`.
///
/// # Errors
/// When the folder or a file in it cannot be written.
pub fn write(folder: &Path) -> std::io::Result<()> {
    for (category, styles) in CATEGORIES {
        let styles = if styles.is_empty() { &[""] } else { styles };
        for style in styles {
            let name = if style.is_empty() {
                category.to_owned()
            } else {
                format!("{category}_{style}")
            };
            let sheet = Sheet::draw(category, style);
            if category == "face" {
                sheet.detail.save(&folder.join("face.png"))?;
                continue;
            }
            sheet.ramp.save(&folder.join(format!("{name}.png")))?;
            if !is_blank(&sheet.detail) {
                sheet
                    .detail
                    .save(&folder.join(format!("{name}_detail.png")))?;
            }
        }
    }
    std::fs::write(folder.join("palette.toml"), ramps::palette_file())
}

/// Writes the contact sheet that shows seeded looks in every frame.
///
/// # Errors
/// When the file cannot be written.
pub fn write_contact_sheet(file: &Path) -> std::io::Result<()> {
    contact::draw().save(file)
}

#[cfg(test)]
mod tests {
    use super::{
        figure::{FRAMES, Facing, Figure, Pose},
        mask::{HEIGHT, Shade, WIDTH},
        sheets::{CATEGORIES, Sheet, is_blank},
    };

    #[test]
    fn recoloured_sheets_hold_only_the_five_greys() {
        for (category, styles) in CATEGORIES {
            for style in styles.iter().chain(styles.is_empty().then_some(&"")) {
                let sheet = Sheet::draw(category, style);
                let known = |c: &&crate::palette::Color| {
                    c.a == 0
                        || (c.r == c.g && c.g == c.b && Shade::ALL.iter().any(|s| s.grey() == c.r))
                };
                assert!(
                    sheet.ramp.pixels.iter().all(|c| known(&c)),
                    "{category} {style}"
                );
                assert!(
                    !is_blank(&sheet.ramp) || !is_blank(&sheet.detail),
                    "{category} {style} is empty"
                );
            }
        }
    }

    #[test]
    fn every_person_stands_on_the_same_row() {
        for (column, row, facing, pose) in FRAMES {
            if pose == Pose::Lie || (pose == Pose::Sit && facing == Facing::Up) {
                continue;
            }
            let whole = Figure::new(facing, pose).select(|_| true);
            assert!(
                whole.extent(46).is_some() && whole.extent(47).is_none(),
                "frame {column}, {row}"
            );
        }
    }

    #[test]
    fn right_is_the_mirror_of_left() {
        for pose in [Pose::Stand, Pose::StepA, Pose::StepB, Pose::Sit] {
            let left = Figure::new(Facing::Left, pose).select(|_| true);
            let right = Figure::new(Facing::Right, pose).select(|_| true);
            assert!(left.mirrored() == right, "{pose:?}");
        }
    }

    #[test]
    fn sheets_are_four_by_six_frames() {
        let sheet = Sheet::draw("body", "");
        assert_eq!(
            (sheet.ramp.width, sheet.ramp.height),
            (4 * WIDTH, 6 * HEIGHT)
        );
    }
}
