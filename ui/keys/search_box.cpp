#include "ui/keys/search_box.h"

#include "core/remote/sendgrid/sendgrid_key.h"
#include "core/token/token.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

namespace latchkey::ui {

SearchBox::SearchBox(QWidget *parent)
    : QLineEdit(parent) {
    setObjectName(QStringLiteral("search"));
    setPlaceholderText(tr("Name, ID, scope — or paste a key"));
    setToolTip(placeholderText()); // for where it is cut off
    setAccessibleName(tr("Search keys"));
    setClearButtonEnabled(true);
    setMaxLength(2000);
    addAction(themedIcon(QStringLiteral("search"), ColorRole::Secondary), QLineEdit::LeadingPosition);
    // Typed letter by letter, or put there by an input method: caught as soon as it is whole.
    connect(this, &QLineEdit::textChanged, this, &SearchBox::takeToken);
}

bool SearchBox::takeToken(const QString &typed) {
    const QString trimmed = typed.trimmed();
    if (trimmed.size() < 50 || trimmed.size() > 80)
        return false;
    QByteArray bytes = trimmed.toUtf8();
    const bool whole = token::parse(bytes).has_value() || sendgrid::idIn(bytes).has_value();
    if (whole) {
        auto secret = std::make_shared<SecretBytes>(SecretBytes::copyOf(bytes));
        secureWipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
        setText({}); // setText, not clear(): it also empties the undo history
        emit tokenPasted(secret);
    }
    return whole;
}

void SearchBox::pasteSafely() {
    const QString text = QGuiApplication::clipboard()->text();
    if (!takeToken(text))
        insert(text.simplified());
}

void SearchBox::keyPressEvent(QKeyEvent *e) {
    if (e->matches(QKeySequence::Paste))
        return pasteSafely();
    if (e->key() == Qt::Key_Down || e->key() == Qt::Key_Return || e->key() == Qt::Key_Enter) {
        emit leaveDown();
        return;
    }
    if (e->key() == Qt::Key_Escape && !text().isEmpty()) {
        setText({});
        return;
    }
    QLineEdit::keyPressEvent(e);
}

void SearchBox::contextMenuEvent(QContextMenuEvent *e) {
    QMenu menu(this);
    connect(menu.addAction(tr("Paste")), &QAction::triggered, this, &SearchBox::pasteSafely);
    connect(menu.addAction(tr("Copy")), &QAction::triggered, this, &QLineEdit::copy);
    connect(menu.addAction(tr("Clear")), &QAction::triggered, this, [this] { setText({}); });
    menu.exec(e->globalPos());
}

void SearchBox::dropEvent(QDropEvent *e) {
    if (e->mimeData()->hasText() && takeToken(e->mimeData()->text()))
        return;
    QLineEdit::dropEvent(e);
}

void SearchBox::addTerm(const FilterTerm &term) {
    if (filter().terms.contains(term))
        return;
    const QString word = formatTerm(term);
    setText(text().trimmed().isEmpty() ? word + u' ' : text().trimmed() + u' ' + word + u' ');
}

void SearchBox::removeTerm(const FilterTerm &term) {
    KeyFilter f = filter();
    f.terms.removeAll(term);
    setText(formatFilter(f));
}

void SearchBox::correct(const FilterProblem &problem) {
    setText(corrected(text(), problem));
    setFocus();
}

} // namespace latchkey::ui
