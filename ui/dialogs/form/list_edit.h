#pragma once

#include <QLineEdit>

class QCompleter;

namespace latchkey::ui {

/// A comma-separated list with completion of the word under way.
class ListEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit ListEdit(QWidget *parent = nullptr);
    void setSuggestions(const QStringList &words) { setSuggestions(words, words); }
    /// `labels` are what is shown and looked through, `words` what goes into the list.
    void setSuggestions(const QStringList &words, const QStringList &labels);
    void setList(const QStringList &list);
    [[nodiscard]] QStringList list() const;

private:
    void complete();
    void take(const QString &word);
    class Words;
    Words *m_words;
    QCompleter *m_completer;
};

} // namespace latchkey::ui
