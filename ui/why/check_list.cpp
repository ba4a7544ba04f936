#include "ui/why/check_list.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

struct Look {
    const char16_t *icon;
    ColorRole ink;
};
Look lookOf(CheckOutcome o) {
    switch (o) {
    case CheckOutcome::Passed:
        return {u"check", ColorRole::ActiveText};
    case CheckOutcome::Failed:
        return {u"close", ColorRole::RevokedText};
    case CheckOutcome::NotChecked:
        break;
    }
    return {u"help", ColorRole::Secondary};
}

constexpr int IconSide = 16, WordWidth = 92;

} // namespace

CheckRow::CheckRow(Check check, QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_word(new QLabel(this))
    , m_title(new QLabel(checkTitle(check), this))
    , m_sentence(new QLabel(this))
    , m_fix(new QPushButton(this)) {
    setObjectName(QStringLiteral("check%1").arg(static_cast<int>(check)));
    m_icon->setFixedSize(IconSide, IconSide);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_word->setMinimumWidth(WordWidth);
    m_fix->setObjectName(QStringLiteral("fix"));
    m_fix->setAutoDefault(false);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_word);
    m_word->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    texts->addLayout(head);
    auto *body = new QHBoxLayout;
    body->setSpacing(12);
    body->addWidget(m_sentence, 1);
    body->addWidget(m_fix, 0, Qt::AlignTop);
    texts->addLayout(body);
    auto *box = new QHBoxLayout(this);
    box->setContentsMargins(12, 8, 12, 8);
    box->setSpacing(10);
    box->addWidget(m_icon, 0, Qt::AlignTop);
    box->addLayout(texts, 1);
    connect(m_fix, &QPushButton::clicked, this, [this] { emit fixWanted(m_wanted); });
}

QString CheckRow::sentence() const {
    return m_sentence->text();
}

void CheckRow::show(const diagnosis::Finding &finding, const WhyContext &context, const FixRights &rights,
                    bool cause) {
    m_outcome = finding.result.outcome;
    m_cause = cause;
    m_wanted = finding.fix;
    m_word->setText(outcomeWord(m_outcome));
    m_sentence->setText(checkSentence(finding.result, context));
    const QString blocked = fixBlocked(finding.fix, context, rights);
    m_fix->setVisible(finding.fix != diagnosis::Fix::None);
    m_fix->setText(fixText(finding.fix, context));
    m_fix->setEnabled(blocked.isEmpty());
    m_fix->setToolTip(blocked);
    m_fix->setProperty("primary", cause && blocked.isEmpty());
    m_fix->style()->unpolish(m_fix);
    m_fix->style()->polish(m_fix);
    m_fix->setAccessibleDescription(blocked.isEmpty() ? m_sentence->text() : blocked);
    setAccessibleName(tr("%1: %2. %3", "check, outcome, sentence")
                          .arg(m_title->text(), m_word->text(), m_sentence->text()));
    dress();
}

void CheckRow::dress() {
    const Look look = lookOf(m_outcome);
    m_icon->setPixmap(themedIcon(QString::fromUtf16(look.icon), look.ink).pixmap(IconSide, IconSide));
    const QColor ink = themeColor(look.ink, palette());
    for (QLabel *label : {m_word, m_sentence}) {
        QPalette p = label->palette();
        const QColor wanted =
            label == m_word
                ? ink
                : themeColor(m_outcome == CheckOutcome::NotChecked ? ColorRole::Secondary : ColorRole::Text,
                             palette());
        if (p.color(QPalette::WindowText) == wanted)
            continue;
        p.setColor(QPalette::WindowText, wanted);
        label->setPalette(p);
    }
    update();
}

void CheckRow::changeEvent(QEvent *e) {
    QFrame::changeEvent(e);
    if (e->type() == QEvent::PaletteChange)
        dress();
}

void CheckRow::paintEvent(QPaintEvent *) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (m_cause) {
        p.setPen(Qt::NoPen);
        p.setBrush(themeColor(ColorRole::RevokedBack, palette()));
        p.drawRoundedRect(box, 6, 6);
    }
    if (hasFocus()) {
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(themeColor(ColorRole::Focus, palette()), 2));
        p.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6);
    }
}

void CheckRow::keyPressEvent(QKeyEvent *e) {
    if (e->key() == Qt::Key_Down || e->key() == Qt::Key_Up)
        emit stepWanted(e->key() == Qt::Key_Down ? 1 : -1);
    else if ((e->key() == Qt::Key_Return || e->key() == Qt::Key_Enter || e->key() == Qt::Key_Space) &&
             e->modifiers() == Qt::NoModifier && m_fix->isVisible())
        m_fix->click();
    else
        QFrame::keyPressEvent(e);
}

void CheckRow::focusInEvent(QFocusEvent *e) {
    QFrame::focusInEvent(e);
    update();
}

void CheckRow::focusOutEvent(QFocusEvent *e) {
    QFrame::focusOutEvent(e);
    update();
}

CheckList::CheckList(QWidget *parent)
    : QWidget(parent) {
    setAccessibleName(tr("Checks"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    for (const Check c : AllChecks) {
        auto *row = new CheckRow(c, this);
        const qsizetype here = m_rows.size();
        row->setFocusPolicy(here == 0 ? Qt::StrongFocus : Qt::ClickFocus);
        m_rows.append(row);
        box->addWidget(row);
        connect(row, &CheckRow::fixWanted, this, &CheckList::fixWanted);
        connect(row, &CheckRow::stepWanted, this, [this, here](int direction) { step(here, direction); });
    }
    box->addStretch(1);
    setFocusProxy(nullptr);
}

void CheckList::step(qsizetype from, int direction) {
    const qsizetype to = qBound<qsizetype>(0, from + direction, m_rows.size() - 1);
    if (to == from)
        return;
    m_rows[to]->setFocusPolicy(Qt::StrongFocus);
    m_rows[to]->setFocus(Qt::OtherFocusReason);
    m_rows[from]->setFocusPolicy(Qt::ClickFocus);
}

void CheckList::show(const WhyContext &context, const FixRights &rights) {
    for (const diagnosis::Finding &f : context.diagnosis.checks)
        row(f.result.check)->show(f, context, rights, context.diagnosis.first == f.result.check);
}

} // namespace latchkey::ui
