#include "ui/why/why_window.h"

#include "core/backend/rule_store.h"
#include "core/model/futures.h"
#include "ui/detail/status_pill.h"
#include "ui/dialogs/form/key_picker.h"
#include "ui/format/words.h"
#include "ui/paste/paste_box.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/why/check_list.h"
#include "ui/why/request_fields.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <utility>

namespace latchkey::ui {

using diagnosis::Fix;
using diagnosis::KeyReference;
using diagnosis::Subject;
using diagnosis::Verdict;

WhyWindow::~WhyWindow() = default;

WhyContext WhyWindow::context() const {
    return {m_subject, m_facts, m_diagnosis, m_service.backend().catalogue(), m_zone};
}

void WhyWindow::clear() {
    ++m_asked;
    m_notes.clear();
    m_problem->hide();
    m_paste->take({});
    m_request->setFacts({});
    pickKey(false);
    setSubject({});
}

void WhyWindow::chooseKey(const KeyId &id) {
    KeyReference ref;
    ref.id = id;
    takeReference(ref);
}

void WhyWindow::setFacts(const diagnosis::Facts &facts) {
    m_notes.clear();
    m_request->setFacts(facts);
    if (facts.key)
        takeReference(*facts.key);
    else
        run();
}

void WhyWindow::paste(const QString &text) {
    m_paste->take(text);
}

void WhyWindow::takeReading(const diagnosis::Reading &reading) {
    m_problem->hide();
    m_notes = reading.notes;
    if (reading.form == diagnosis::Form::Key) // says nothing of a request: what is there stays
        return takeReference(*reading.facts.key);
    m_request->setFacts(reading.facts);
    if (reading.facts.key)
        takeReference(*reading.facts.key);
    else
        run();
}

void WhyWindow::takeReference(const KeyReference &reference) {
    const int number = ++m_asked;
    m_lookup.find(reference) | then(this, [this, number](const Result<Subject> &found) {
        if (number != m_asked)
            return; // asked again since
        if (!found) {
            m_problem->setText(sentence(found.error()));
            m_problem->show();
            return;
        }
        using Token = Subject::Token;
        if (found->key && m_notes.contains(diagnosis::Note::TokenInAddress) &&
            (found->token == Token::Current || found->token == Token::Old))
            m_service.noteExposure(*found->key, found->credential, m_request->facts().at);
        setSubject(*found);
    });
}

void WhyWindow::setSubject(const Subject &subject) {
    m_subject = subject;
    diagnosis::Facts asked = m_request->facts();
    if (std::exchange(asked.environmentOfKey, false) && subject.key) {
        if (asked.environment == subject.key->config.environment)
            asked.environment.reset(); // says nothing of where the request went
        m_request->setFacts(asked);
    }
    pickKey(false);
    run();
}

/// The key was changed, here or elsewhere: perhaps by the button that was just pressed.
void WhyWindow::reload() {
    if (!m_subject.key)
        return;
    const int number = m_asked;
    m_service.backend().rows({m_subject.key->id}) |
        then(this, [this, number](const Result<QList<ApiKey>> &rows) {
            if (number != m_asked || !rows || rows->isEmpty() || !m_subject.key ||
                m_subject.key->id != rows->first().id)
                return;
            Subject s = m_subject;
            s.key = rows->first();
            // Rotated meanwhile: the token that was pasted is the one before.
            if (s.token == Subject::Token::Current && s.credential != s.key->credentialId)
                s.token = s.key->old && s.key->old->id == s.credential ? Subject::Token::Old
                                                                       : Subject::Token::Earlier;
            m_subject = s;
            run();
        });
}

void WhyWindow::run() {
    m_facts = m_request->facts();
    diagnosis::Setting setting;
    setting.catalogue = m_service.backend().catalogue();
    setting.prefix = m_service.backend().info().prefix;
    setting.now = m_service.clock().now();
    setting.rules = m_rules;
    m_diagnosis = diagnosis::diagnose(m_subject, m_facts, m_notes, setting);
    showKey();
    const WhyContext c = context();
    if (const QString verdict = verdictSentence(c); verdict != m_verdict->text()) {
        m_verdict->setText(verdict);
        constexpr int Settled = 300; // ms; it is laid out in steps, each of which may move the check
        m_showsCause.setRemainingTime(Settled);
        QTimer::singleShot(1, this, &WhyWindow::showCause);
    }
    const bool inOrder = m_diagnosis.verdict == Verdict::NothingInKey && m_diagnosis.open.isEmpty();
    m_verdictIcon->setPixmap((m_diagnosis.verdict == Verdict::Explained
                                  ? themedIcon(QStringLiteral("close"), ColorRole::RevokedText)
                              : inOrder ? themedIcon(QStringLiteral("check"), ColorRole::ActiveText)
                                        : themedIcon(QStringLiteral("help"), ColorRole::Secondary))
                                 .pixmap(20, 20));
    const RuleStore *rules = m_service.backend().rules();
    m_checks->show(c, {m_service.mayWrite().has_value(), m_service.mayAdminister().has_value(),
                       rules && rules->areFixed()});
    QStringList lines;
    for (const diagnosis::Said &s : m_diagnosis.said)
        lines.append(remarkSentence(s, c));
    m_said->setText(lines.join(QStringLiteral("\n")));
    m_said->setVisible(!lines.isEmpty());
    if (m_facts.code == DecisionCode::NoRule && !m_rulesAsked)
        askRules();
}

/// The first failed check in view, with as much of what stands above it as there is room for.
void WhyWindow::showCause() {
    if (m_showsCause.hasExpired())
        return; // a person may have scrolled since
    m_answer->verticalScrollBar()->setValue(0);
    if (const diagnosis::Finding *cause = m_diagnosis.cause())
        m_answer->ensureWidgetVisible(m_checks->row(cause->result.check), 0, 8);
}

/// As they are now: one may have been added since the request.
void WhyWindow::askRules() {
    RuleStore *store = m_service.backend().rules();
    if (!store)
        return;
    if (!std::exchange(m_rulesAsked, true))
        connect(store, &RuleStore::changed, this, &WhyWindow::askRules);
    store->rules() | then(this, [this](const Result<RuleBook> &book) {
        if (!book)
            return; // what the answer said holds
        m_rules = *book;
        run();
    });
}

void WhyWindow::showKey() {
    const auto &k = m_subject.key;
    m_keyStatus->setVisible(k.has_value());
    if (!k) {
        const bool given = m_subject.token != Subject::Token::NotGiven;
        m_keyName->setText(given                                               ? tr("No key of this vault")
                           : m_facts.code == DecisionCode::NoKey               ? tr("No key came")
                           : m_diagnosis.says(diagnosis::Remark::KeyNotLogged) ? tr("Not in the log")
                                                                               : tr("No key chosen"));
        m_keyName->setToolTip({});
        return;
    }
    m_keyName->setText(
        tr("%1 · %2", "name, environment of a key").arg(k->config.name, word(k->config.environment)));
    m_keyName->setToolTip(
        maskedToken(m_service.backend().info().prefix, k->config.environment,
                    m_subject.credential.isNull() ? k->credentialId : m_subject.credential));
    m_keyStatus->setKey(*k, m_service.clock().now());
}

void WhyWindow::pickKey(bool open) {
    m_picker->setVisible(open);
    m_choose->setChecked(open);
    if (open)
        m_picker->start();
}

void WhyWindow::fix(Fix f) {
    if (f == Fix::PasteAgain) {
        m_paste->setFocus();
        m_paste->selectAll();
        if (m_paste->canPaste()) // what was copied is what the button asks for
            m_paste->paste();
    } else if (f == Fix::ShowEnvironment && !m_facts.environment) {
        m_request->askEnvironment();
    } else if (f == Fix::ChooseKey) {
        pickKey(true);
    } else {
        emit fixWanted(f, m_subject.key, m_facts);
    }
}

QString WhyWindow::verdict() const {
    return m_verdict->text();
}

QString WhyWindow::report() const {
    return whyReport(context(), m_service.backend().info().prefix, m_service.clock().now());
}

void WhyWindow::copyReport() {
    m_clipboard.copyPublic(report());
    emit reportCopied();
}

} // namespace latchkey::ui
