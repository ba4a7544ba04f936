#pragma once

#include <QAbstractButton>
#include <QLabel>

namespace latchkey::ui {

/// Buttons and one-line labels that have less room than their text needs.
inline QStringList cutOff(QWidget *in) {
    QStringList bad;
    for (auto *b : in->findChildren<QAbstractButton *>()) {
        if (b->isVisible() && !b->text().isEmpty() && b->width() < b->minimumSizeHint().width())
            bad.append(QStringLiteral("%1: %2 < %3")
                           .arg(b->text())
                           .arg(b->width())
                           .arg(b->minimumSizeHint().width()));
    }
    for (auto *l : in->findChildren<QLabel *>()) {
        if (l->isVisible() && !l->text().isEmpty() && !l->wordWrap() && l->textFormat() != Qt::RichText &&
            l->width() < l->minimumSizeHint().width())
            bad.append(QStringLiteral("%1: %2 < %3")
                           .arg(l->text())
                           .arg(l->width())
                           .arg(l->minimumSizeHint().width()));
    }
    return bad;
}

} // namespace latchkey::ui
