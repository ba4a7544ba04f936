#pragma once

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace latchkey::ui {

/// A comma-separated list with completion of the word under way.
class ListEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit ListEdit(QWidget *parent = nullptr);
    void setSuggestions(const QStringList &words);
    void setList(const QStringList &list);
    [[nodiscard]] QStringList list() const;

private:
    void complete();
    void take(const QString &word);
    QStringListModel *m_words;
    QCompleter *m_completer;
};

} // namespace latchkey::ui
