//! Learning against bad luck.

mod hostile;
