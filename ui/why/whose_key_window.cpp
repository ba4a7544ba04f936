#include "ui/why/whose_key_window.h"

#include "core/model/futures.h"
#include "ui/detail/status_pill.h"
#include "ui/format/words.h"
#include "ui/paste/paste_box.h"
#include "ui/why/why_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace latchkey::ui {

using diagnosis::Subject;

WhoseKeyWindow::WhoseKeyWindow(KeyService &service, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_zone(zone)
    , m_lookup(service.backend())
    , m_paste(new PasteBox(this))
    , m_answer(new QLabel(this))
    , m_what(new QLabel(this))
    , m_status(new StatusPill(this))
    , m_show(new QPushButton(tr("&Show key"), this))
    , m_why(new QPushButton(tr("&Why was it rejected?"), this)) {
    setObjectName(QStringLiteral("whoseKeyWindow"));
    setProperty("helpPage", QStringLiteral("whose-key"));
    setWindowTitle(tr("Whose key is this?"));
    setMinimumWidth(540);
    m_paste->setPlaceholderText(
        tr("Paste a key, its masked form, or a line that holds one. It is taken out at once."));
    m_paste->setObjectName(QStringLiteral("whosePaste"));
    m_paste->setFixedHeight(5 * fontMetrics().lineSpacing() + 18);
    m_answer->setObjectName(QStringLiteral("whoseAnswer"));
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setProperty("secondary", true);
    m_what->setWordWrap(true);
    m_show->setObjectName(QStringLiteral("showKey"));
    m_show->setProperty("primary", true);
    m_why->setAutoDefault(false);
    m_show->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(m_what, 1);
    line->addWidget(m_status);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_why);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_show);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(m_paste);
    box->addWidget(m_answer);
    box->addLayout(line);
    box->addSpacing(4);
    box->addLayout(buttons);
    connect(m_paste, &PasteBox::pasted, this, &WhoseKeyWindow::take);
    connect(m_paste, &PasteBox::unreadable, this,
            [this](diagnosis::ReadProblem p) { say(ui::sentence(p), true); });
    connect(m_paste, &PasteBox::cleared, this,
            [this] { say(tr("The key is looked for on this computer only."), false); });
    connect(m_show, &QPushButton::clicked, this, [this] { emit found(m_key); });
    connect(m_why, &QPushButton::clicked, this, [this] { emit whyWanted(m_facts); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    say(tr("The key is looked for on this computer only."), false);
    m_paste->setFocus();
}

void WhoseKeyWindow::paste(const QString &text) {
    m_paste->take(text);
}

QString WhoseKeyWindow::answer() const {
    return m_answer->text();
}

/// As high as the sentences need it.
void WhoseKeyWindow::fit() {
    layout()->activate();
    const int wanted = layout()->totalHeightForWidth(width());
    if (wanted > height())
        resize(width(), wanted);
}

/// Nothing is found, or nothing yet.
void WhoseKeyWindow::say(const QString &text, bool bad) {
    ++m_asked;
    m_key = {};
    m_answer->setText(text);
    m_answer->setProperty("bad", bad);
    m_what->hide();
    m_status->hide();
    m_show->setEnabled(false);
    m_why->setEnabled(false);
    fit();
}

void WhoseKeyWindow::take(const diagnosis::Reading &reading) {
    if (!reading.facts.key)
        return say(tr("There is no key in it."), true);
    m_facts = reading.facts;
    m_inAddress = reading.notes.contains(diagnosis::Note::TokenInAddress);
    const int number = ++m_asked;
    m_lookup.find(*m_facts.key) | then(this, [this, number](const Result<Subject> &s) {
        if (number != m_asked)
            return;
        if (!s)
            return say(sentence(s.error()), true);
        tell(*s);
    });
}

void WhoseKeyWindow::tell(const Subject &s) {
    QString text = whoseSentence(s, m_service.clock().now(), m_zone);
    const bool whole = s.token == Subject::Token::Current || s.token == Subject::Token::Old;
    if (m_inAddress && whole && s.key && m_service.noteExposure(*s.key, s.credential, m_facts.at))
        text += QStringLiteral("\n\n") +
                (s.token == Subject::Token::Old
                     ? tr("Its whole token stands in that address: the key is listed under Possibly "
                          "exposed. Stop the old token as soon as the new one is in use.")
                     : tr("Its whole token stands in that address: the key is listed under Possibly "
                          "exposed. Rotate it."));
    say(text, !s.key.has_value());
    m_why->setEnabled(true);
    if (!s.key)
        return;
    m_key = s.key->id;
    m_what->setText(tr("%1 · %2 · %3", "environment, masked token, owner or last use")
                        .arg(word(s.key->config.environment),
                             maskedToken(m_service.backend().homeOf(s.key->id).info().prefix,
                                         s.key->config.environment, s.key->credentialId),
                             lastUsedText(*s.key, m_service.clock().now())));
    m_what->show();
    m_status->setKey(*s.key, m_service.clock().now());
    m_status->show();
    fit();
    const bool there = s.key->state != KeyState::Purged;
    m_show->setEnabled(there);
    if (there)
        emit found(m_key);
}

} // namespace latchkey::ui
