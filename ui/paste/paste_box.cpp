#include "ui/paste/paste_box.h"

#include "core/services/diagnosis/token_scan.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <utility>

namespace latchkey::ui {

using diagnosis::ReadProblem;

namespace {
constexpr qsizetype MostShown = 20'000; // the box is for looking; the facts come from all of it
} // namespace

PasteBox::PasteBox(QWidget *parent)
    : QPlainTextEdit(parent) {
    setAccessibleName(tr("Paste a key, a response, a curl command or a log line"));
    setTabChangesFocus(true);
    setUndoRedoEnabled(false); // what was taken out must not come back
    setLineWrapMode(WidgetWidth);
    setWordWrapMode(QTextOption::WrapAnywhere);
    connect(this, &QPlainTextEdit::textChanged, this, &PasteBox::readTyped);
}

void PasteBox::take(const QString &text) {
    take(text, false);
}

/// `typed`: the caret stays where the person writes on, as far from the end as it was.
void PasteBox::take(const QString &text, bool typed) {
    const auto behind = toPlainText().size() - textCursor().position();
    const auto reading = diagnosis::read(text);
    m_taking = true;
    setPlainText(reading ? reading->shown.left(MostShown) : diagnosis::takeTokens(text.left(MostShown)).text);
    QTextCursor caret = textCursor();
    caret.setPosition(typed ? static_cast<int>(qMax<qsizetype>(0, toPlainText().size() - behind)) : 0);
    setTextCursor(caret);
    m_taking = false;
    tell(reading);
}

void PasteBox::tell(const tl::expected<diagnosis::Reading, ReadProblem> &reading) {
    if (reading)
        emit pasted(*reading);
    else if (reading.error() == ReadProblem::Empty)
        emit cleared();
    else
        emit unreadable(reading.error());
}

void PasteBox::insertFromMimeData(const QMimeData *source) {
    take(source->text());
}

bool PasteBox::canInsertFromMimeData(const QMimeData *source) const {
    return source->hasText();
}

/// Typed letter by letter, or put there by an input method: a token is taken out as soon as it is whole.
void PasteBox::readTyped() {
    if (m_taking)
        return;
    const QString text = toPlainText();
    const diagnosis::Scanned scanned = diagnosis::takeTokens(text);
    const bool whole =
        std::any_of(scanned.keys.cbegin(), scanned.keys.cend(), [](const diagnosis::KeyReference &k) {
            return k.kind == diagnosis::KeyReference::Kind::Token;
        });
    if (whole)
        return take(text, true);
    tell(diagnosis::read(text));
}

void PasteBox::keyPressEvent(QKeyEvent *e) {
    if (e->modifiers() == Qt::ControlModifier && (e->key() == Qt::Key_Return || e->key() == Qt::Key_Enter))
        return e->ignore(); // the window's own
    QPlainTextEdit::keyPressEvent(e);
}

QString sentence(ReadProblem problem) {
    switch (problem) {
    case ReadProblem::Empty:
        return QCoreApplication::translate("paste", "There is nothing to read.");
    case ReadProblem::TooLong:
        return QCoreApplication::translate(
            "paste", "That is too long. Paste one request, one response or a few lines.");
    case ReadProblem::Binary:
        return QCoreApplication::translate("paste", "That is not text.");
    case ReadProblem::Nothing:
        break;
    }
    return QCoreApplication::translate(
        "paste",
        "There is no key and no request in it. Paste a key, a response, a curl command or a log line.");
}

} // namespace latchkey::ui
