//! Values whose texts nobody has checked, read with every text in them made harmless: a layer
//! between the deserializer of a format and the type that is read, so that no text of any type is
//! passed over.

use super::text::harmless_lines;
use serde::{
    Deserializer,
    de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor},
};
use std::{borrow::Cow, fmt};

/// What stands around a deserializer, and around all that it hands on and is handed: texts come
/// through as [`harmless_lines`] has them, everything else as it is.
pub struct Cleaned<T>(pub T);

/// Methods of a deserializer that do nothing but hand a visitor on.
macro_rules! hand_on {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {
        $(
            fn $method<V: Visitor<'de>>(
                self,
                $($argument: $type,)*
                visitor: V,
            ) -> Result<V::Value, Self::Error> {
                self.0.$method($($argument,)* Cleaned(visitor))
            }
        )*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Cleaned<D> {
    type Error = D::Error;

    hand_on! {
        deserialize_any()
        deserialize_bool()
        deserialize_i8()
        deserialize_i16()
        deserialize_i32()
        deserialize_i64()
        deserialize_i128()
        deserialize_u8()
        deserialize_u16()
        deserialize_u32()
        deserialize_u64()
        deserialize_u128()
        deserialize_f32()
        deserialize_f64()
        deserialize_char()
        deserialize_str()
        deserialize_string()
        deserialize_bytes()
        deserialize_byte_buf()
        deserialize_option()
        deserialize_unit()
        deserialize_unit_struct(name: &'static str)
        deserialize_newtype_struct(name: &'static str)
        deserialize_seq()
        deserialize_tuple(len: usize)
        deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_map()
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
        deserialize_identifier()
        deserialize_ignored_any()
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

/// Methods of a visitor for what is no text and holds none.
macro_rules! let_through {
    ($($method:ident($type:ty))*) => {
        $(
            fn $method<E: serde::de::Error>(self, value: $type) -> Result<V::Value, E> {
                self.0.$method(value)
            }
        )*
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Cleaned<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(formatter)
    }

    let_through! {
        visit_bool(bool)
        visit_i8(i8)
        visit_i16(i16)
        visit_i32(i32)
        visit_i64(i64)
        visit_i128(i128)
        visit_u8(u8)
        visit_u16(u16)
        visit_u32(u32)
        visit_u64(u64)
        visit_u128(u128)
        visit_f32(f32)
        visit_f64(f64)
        visit_char(char)
        visit_bytes(&[u8])
        visit_borrowed_bytes(&'de [u8])
        visit_byte_buf(Vec<u8>)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<V::Value, E> {
        match harmless_lines(text) {
            Cow::Borrowed(text) => self.0.visit_str(text),
            Cow::Owned(clean) => self.0.visit_string(clean),
        }
    }

    fn visit_borrowed_str<E: serde::de::Error>(self, text: &'de str) -> Result<V::Value, E> {
        match harmless_lines(text) {
            Cow::Borrowed(text) => self.0.visit_borrowed_str(text),
            Cow::Owned(clean) => self.0.visit_string(clean),
        }
    }

    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<V::Value, E> {
        let clean = match harmless_lines(&text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(clean) => Some(clean),
        };
        self.0.visit_string(clean.unwrap_or(text))
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(Cleaned(value))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, value: D) -> Result<V::Value, D::Error> {
        self.0.visit_newtype_struct(Cleaned(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, values: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Cleaned(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Cleaned(entries))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<V::Value, A::Error> {
        self.0.visit_enum(Cleaned(variant))
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Cleaned<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Cleaned(value))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Cleaned<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Cleaned(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Cleaned<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.0.next_key_seed(Cleaned(seed))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(Cleaned(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for Cleaned<A> {
    type Error = A::Error;
    type Variant = Cleaned<A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let (value, variant) = self.0.variant_seed(Cleaned(seed))?;
        Ok((value, Cleaned(variant)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Cleaned<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.0.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        self.0.newtype_variant_seed(Cleaned(seed))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        self.0.tuple_variant(len, Cleaned(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.0.struct_variant(fields, Cleaned(visitor))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};
    use std::{collections::BTreeMap, path::PathBuf};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Text(String);

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Nothing,
        One(Text),
        Two(i8, String),
        Named { text: Option<Box<str>>, count: u64 },
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Everything {
        flag: bool,
        share: f64,
        letter: char,
        whole: (i64, u16),
        path: PathBuf,
        kinds: Vec<Kind>,
        map: BTreeMap<String, Vec<Text>>,
        nothing: (),
        none: Option<String>,
        bytes: Vec<u8>,
    }

    /// Everything that texts can stand in; `with` stands in all of them.
    fn everything(with: &str) -> Everything {
        let text = || format!("a{with}b\n");
        Everything {
            flag: true,
            share: 0.25,
            letter: 'é',
            whole: (-3, 65_535),
            path: PathBuf::from(text()),
            kinds: vec![
                Kind::Nothing,
                Kind::One(Text(text())),
                Kind::Two(-1, text()),
                Kind::Named {
                    text: Some(text().into()),
                    count: u64::MAX,
                },
            ],
            map: BTreeMap::from([(text(), vec![Text(text()), Text(String::new())])]),
            nothing: (),
            none: None,
            bytes: vec![0x1b, 0x9b],
        }
    }

    /// A value through a format and back, cleaned.
    fn through(value: &Everything) -> [Everything; 2] {
        let bytes = postcard::to_stdvec(value).unwrap();
        let mut binary = postcard::Deserializer::from_bytes(&bytes);
        let json = serde_json::to_value(value).unwrap();
        [
            Everything::deserialize(Cleaned(&mut binary)).unwrap(),
            Everything::deserialize(Cleaned(json)).unwrap(),
        ]
    }

    #[test]
    fn what_does_no_harm_comes_through_as_it_is() {
        for plain in ["", "Zürich\t✔\u{fe0f}", "👩\u{200d}🔬"] {
            for read in through(&everything(plain)) {
                assert_eq!(read, everything(plain));
            }
        }
    }

    #[test]
    fn a_text_is_made_harmless_wherever_it_stands() {
        for (bad, shown) in [("\u{202e}", "‹U+202E›"), ("\u{1b}[2J", "␛[2J")] {
            for read in through(&everything(bad)) {
                assert_eq!(read, everything(shown));
            }
        }
    }
}
