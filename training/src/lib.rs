//! Policy heads that provably learn.
