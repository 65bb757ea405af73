//! What lies in the layers of a map, and where.

use crate::campus::map::problems::At;
use std::rc::Rc;
use tiled::{LayerType, Object};

/// A layer of the map in which no others lie.
pub(super) struct Layer<'map> {
    pub(super) name: Rc<str>,
    /// How far it is moved to the right and down, with its groups, in pixels.
    pub(super) moved: (f32, f32),
    pub(super) kind: LayerType<'map>,
}

/// An object with the name of its layer.
pub(super) struct Found<'map> {
    pub(super) object: Object<'map>,
    pub(super) layer: Rc<str>,
}

impl Found<'_> {
    pub(super) fn at(&self) -> At {
        at_of(&self.object, &self.layer)
    }
}

/// Where an object of a layer stands.
pub(super) fn at_of(object: &Object<'_>, layer: &Rc<str>) -> At {
    At::named(Rc::clone(layer), &object.name, object.id())
}
