//! The languages that the app speaks.

use crate::{files, named};
use fluent_bundle::FluentResource;
use std::{collections::BTreeMap, sync::LazyLock};

named! {
    /// The language somebody thinks and speaks in.
    Language {
        /// English: the default.
        English = "en",
        /// Simplified Chinese.
        Chinese = "zh",
        /// Vietnamese.
        Vietnamese = "vi",
    }
}

#[expect(clippy::derivable_impls, reason = "lists of names know no default")]
impl Default for Language {
    fn default() -> Self {
        Language::English
    }
}

impl Language {
    /// What it is called in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Chinese => "中文",
            Language::Vietnamese => "Tiếng Việt",
        }
    }

    /// Its texts: `assets/words/CODE.ftl`, read once.
    pub(super) fn source(self) -> &'static str {
        static TEXTS: LazyLock<BTreeMap<Language, String>> = LazyLock::new(|| {
            let read = |language: &Language| {
                let name = format!("assets/words/{}.ftl", language.word());
                (*language, files::text(&name, fluent))
            };
            Language::ALL.iter().map(read).collect()
        });
        TEXTS.get(&self).map_or("", String::as_str)
    }

    /// The language of a locale's name such as `zh_CN.UTF-8`; none when the app does not speak it.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let first = locale
            .split(['_', '-', '.', '@'])
            .next()
            .unwrap_or_default();
        Self::parse(&first.to_lowercase()).ok()
    }

    /// The language of the environment (`LC_ALL`, or else `LC_MESSAGES`, or else `LANG`); English
    /// when that is none of the app's.
    pub fn of_environment() -> Self {
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let locale = set("LC_ALL")
            .or_else(|| set("LC_MESSAGES"))
            .or_else(|| set("LANG"))
            .unwrap_or_default();
        Self::of_locale(&locale).unwrap_or_default()
    }
}

/// A text that can be read as Fluent, as it is.
fn fluent(text: &str) -> Result<String, String> {
    match FluentResource::try_new(text.to_owned()) {
        Ok(_) => Ok(text.to_owned()),
        Err((_, errors)) => Err(errors.first().map_or_else(String::new, ToString::to_string)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_read() {
        for language in Language::ALL.iter().copied() {
            assert_eq!(Language::parse(language.word()), Ok(language));
        }
        assert_eq!(Language::of_locale("ZH"), Some(Language::Chinese));
        assert!(
            Language::parse("fr")
                .unwrap_err()
                .contains("expected one of en")
        );
        assert_eq!(
            Language::of_locale("vi_VN.UTF-8"),
            Some(Language::Vietnamese)
        );
        assert_eq!(Language::of_locale("zh-Hans"), Some(Language::Chinese));
        assert_eq!(Language::of_locale("C.UTF-8"), None);
        assert_eq!(Language::of_locale(""), None);
    }
}
