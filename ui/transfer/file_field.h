#pragma once

#include <QWidget>

class QLineEdit;

namespace latchkey::ui {

/// A path, typed or chosen.
class FileField : public QWidget {
    Q_OBJECT
public:
    enum class For { Opening, Saving };
    FileField(For use, const QString &filter, QWidget *parent = nullptr);
    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    [[nodiscard]] QLineEdit &edit() { return *m_edit; }

signals:
    void changed();

private:
    void browse();
    For m_use;
    QString m_filter;
    QLineEdit *m_edit;
};

} // namespace latchkey::ui
