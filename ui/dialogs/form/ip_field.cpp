#include "ui/dialogs/form/ip_field.h"

#include "ui/format/words.h"
#include "ui/theme/theme.h"

#include <QTextBlock>

namespace latchkey::ui {

IpField::IpField(QWidget *parent)
    : QPlainTextEdit(parent) {
    setPlaceholderText(tr("Anywhere. One address or range a line, such as 203.0.113.0/24"));
    setTabChangesFocus(true);
    setFont(tokenFont(font()));
    setLineWrapMode(NoWrap);
    setFixedHeight(4 * fontMetrics().lineSpacing() + 22);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        m_bad.clear();
        m_ranges = parseIpRanges(toPlainText(), &m_bad);
    });
}

void IpField::setRanges(const QList<IpRange> &ranges) {
    setPlainText(formatIpRanges(ranges));
}

QList<FieldError> IpField::errors() const {
    if (m_bad.isEmpty())
        return {};
    QString text = m_bad.first().text;
    if (text.size() > 60)
        text = text.left(60) + QChar(0x2026);
    return {{QStringLiteral("allowedIps"),
             QStringLiteral("badIp"),
             {{QStringLiteral("line"), m_bad.first().line}, {QStringLiteral("text"), text}}}};
}

QString IpField::errorText() const {
    const auto bad = errors();
    if (bad.isEmpty())
        return {};
    QString text = sentence(bad.first());
    if (m_bad.size() > 1)
        text +=
            u' ' + tr("%Ln more lines are not valid either.", nullptr, static_cast<int>(m_bad.size()) - 1);
    return text;
}

void IpField::goToFirstBadLine() {
    if (m_bad.isEmpty())
        return;
    QTextCursor c(document()->findBlockByNumber(m_bad.first().line - 1));
    c.select(QTextCursor::LineUnderCursor);
    setTextCursor(c);
    ensureCursorVisible();
}

} // namespace latchkey::ui
