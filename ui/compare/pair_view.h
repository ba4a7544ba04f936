#pragma once

#include "ui/compare/compare_words.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace latchkey::ui {

/// One row of a comparison, field by field, with what can be done from each side.
class PairView final : public QWidget {
    Q_OBJECT
public:
    explicit PairView(QWidget *parent = nullptr);
    void show(const QString &name, const QString &leftTitle, const QString &rightTitle,
              const QList<FieldPair> &fields, bool hasLeft, bool hasRight);
    void clear();
    /// As it stands there, a line for each field.
    [[nodiscard]] QString text() const { return m_text; }

signals:
    void openWanted(bool leftSide);
    void likeWanted(bool leftSide);

private:
    QPushButton *button(const char *name, const QString &text, bool like, bool leftSide);
    QLabel *m_name, *m_left, *m_right;
    QWidget *m_fields = nullptr;
    QWidget *m_body;
    QGridLayout *m_head;
    QPushButton *m_openLeft, *m_openRight, *m_likeLeft, *m_likeRight;
    QString m_text;
};

} // namespace latchkey::ui
