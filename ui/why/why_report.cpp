#include "ui/format/words.h"
#include "ui/why/why_texts.h"
#include "ui/why/why_words.h"

#include <QCoreApplication>

namespace latchkey::ui {

namespace {

void add(QString &out, const QString &name, const QString &value) {
    if (!value.isEmpty())
        out += Why::tr("%1: %2", "name, value").arg(name, value) + u'\n';
}
} // namespace

QString whyReport(const WhyContext &c, const QString &prefix, Instant now) {
    QString out = Why::tr("Why was it rejected?") + QStringLiteral("\n\n");
    const auto &k = c.subject.key;
    const auto &f = c.facts;
    if (k) {
        const KeyId &id = c.subject.credential.isNull() ? k->credentialId : c.subject.credential;
        add(out, Why::tr("Key"), k->config.name);
        add(out, Why::tr("Token"), maskedToken(prefix, k->config.environment, id));
        add(out, Why::tr("Environment"), word(k->config.environment));
        add(out, Why::tr("Status"), word(statusOf(*k, now)));
    }
    add(out, Why::tr("Request"), (f.method + u' ' + f.path).trimmed());
    add(out, Why::tr("Permission"), f.scope ? f.scope->toString() : QString());
    add(out, Why::tr("Went to"), f.environment ? word(*f.environment) : QString());
    add(out, Why::tr("From"), f.address ? f.address->toString() : QString());
    add(out, Why::tr("Customer"), f.customer.value_or(QString()));
    add(out, Why::tr("Time"), f.at.value_or(now).toIso());
    add(out, Why::tr("Response"),
        (f.status ? QString::number(*f.status) : QString()) + (f.code ? u' ' + toWord(*f.code) : QString()));
    out += u'\n' + verdictSentence(c) + QStringLiteral("\n\n");
    int number = 0;
    for (const diagnosis::Finding &finding : c.diagnosis.checks)
        out += Why::tr("%1. %2: %3. %4", "number, check, outcome, sentence")
                   .arg(QString::number(++number), checkTitle(finding.result.check),
                        outcomeWord(finding.result.outcome), checkSentence(finding.result, c)) +
               u'\n';
    if (!c.diagnosis.said.isEmpty())
        out += u'\n';
    for (const diagnosis::Said &s : c.diagnosis.said)
        out += remarkSentence(s, c) + u'\n';
    return out;
}

} // namespace latchkey::ui
