#include "ui/dialogs/form/list_edit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStringListModel>

namespace latchkey::ui {

/// What is suggested: shown by its label, taken as its word.
class ListEdit::Words final : public QStringListModel {
public:
    using QStringListModel::QStringListModel;
    QStringList labels;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override {
        return role == Qt::DisplayRole && index.isValid() ? QVariant(labels.value(index.row()))
                                                          : QStringListModel::data(index, role);
    }
};

ListEdit::ListEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_words(new Words(this))
    , m_completer(new QCompleter(m_words, this)) {
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCompletionRole(Qt::DisplayRole);
    connect(this, &QLineEdit::textEdited, this, &ListEdit::complete);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &at) { take(at.data(Qt::EditRole).toString()); });
}

void ListEdit::setSuggestions(const QStringList &words, const QStringList &labels) {
    m_words->labels = labels;
    m_words->setStringList(words);
}

void ListEdit::setList(const QStringList &list) {
    setText(list.join(QStringLiteral(", ")));
}

QStringList ListEdit::list() const {
    QStringList out;
    for (const QString &part : text().split(u',', Qt::SkipEmptyParts)) {
        const QString word = part.simplified();
        if (!word.isEmpty() && !out.contains(word))
            out.append(word);
    }
    return out;
}

void ListEdit::complete() {
    const QString word = text().left(cursorPosition()).section(u',', -1).trimmed();
    if (word.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(word);
    m_completer->complete();
}

void ListEdit::take(const QString &word) {
    QStringList parts = text().left(cursorPosition()).split(u',');
    const QString rest = text().mid(cursorPosition());
    parts.last() = parts.size() > 1 ? u' ' + word : word;
    const QString head = parts.join(u',') + QStringLiteral(", ");
    setText(head + rest.trimmed());
    setCursorPosition(static_cast<int>(head.size()));
}

} // namespace latchkey::ui
