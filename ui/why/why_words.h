#pragma once

#include "core/services/diagnosis/diagnose.h"

#include <QString>
#include <QTimeZone>

/// The words of "Why was it rejected?". Translated; never a secret.
namespace latchkey::ui {

/// What a sentence may refer to.
struct WhyContext {
    const diagnosis::Subject &subject;
    const diagnosis::Facts &facts;
    const diagnosis::Diagnosis &diagnosis;
    Catalogue catalogue;
    QTimeZone zone;
};

QString checkTitle(Check c);         ///< "IP address"
QString outcomeWord(CheckOutcome o); ///< "Passed", "Failed", "Not checked"
/// One or two sentences on one check.
QString checkSentence(const CheckResult &r, const WhyContext &c);
/// When a limit lets requests pass again; empty: not known.
QString againSentence(const WhyContext &c);
/// The headline: the first cause, or that nothing in the key explains it.
QString verdictSentence(const WhyContext &c);
QString remarkSentence(const diagnosis::Said &said, const WhyContext &c);
QString fixText(diagnosis::Fix fix, const WhyContext &c); ///< of the button
/// What the person at the window may do in this vault.
struct FixRights {
    bool write = false, administer = false;
    bool fixedRules = false; ///< of the server's own file: nobody changes them from here
};
/// Why the fix cannot be used now; empty if it can.
QString fixBlocked(diagnosis::Fix fix, const WhyContext &c, const FixRights &rights);
/// How the token stands to the key, for "Whose key is this?".
QString whoseSentence(const diagnosis::Subject &s, Instant now, const QTimeZone &zone);

/// Everything, as text for a ticket.
QString whyReport(const WhyContext &c, const QString &prefix, Instant now);

} // namespace latchkey::ui
