#include "ui/dialogs/form/segmented.h"

#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace latchkey::ui {

Segmented::Segmented(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addStretch(1);
    connect(m_group, &QButtonGroup::idClicked, this, &Segmented::chosen);
}

QAbstractButton *Segmented::add(int value, const QString &text, const QString &icon) {
    auto *b = new QPushButton(text, this);
    b->setCheckable(true);
    b->setAutoDefault(false);
    b->setProperty("segment", true);
    if (!icon.isEmpty())
        b->setIcon(themedIcon(icon));
    m_group->addButton(b, value);
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->count() - 1, b);
    if (m_group->buttons().size() == 1)
        setFocusProxy(b);
    return b;
}

int Segmented::value() const {
    return m_group->checkedId();
}

QAbstractButton *Segmented::button(int value) const {
    return m_group->button(value);
}

void Segmented::setValue(int value) {
    if (auto *b = m_group->button(value)) {
        b->setChecked(true);
        setFocusProxy(b);
        return;
    }
    m_group->setExclusive(false);
    for (auto *b : m_group->buttons())
        b->setChecked(false);
    m_group->setExclusive(true);
}

} // namespace latchkey::ui
