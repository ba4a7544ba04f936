#include "ui/theme/date_time_field.h"

#include <QKeyEvent>

namespace latchkey::ui {

void DateTimeField::keyPressEvent(QKeyEvent *e) {
    const bool plain = e->modifiers() == Qt::NoModifier;
    if (plain && e->key() == Qt::Key_Home)
        setSelectedSection(sectionAt(0));
    else if (plain && e->key() == Qt::Key_End)
        setSelectedSection(sectionAt(sectionCount() - 1));
    else
        QDateTimeEdit::keyPressEvent(e);
}

} // namespace latchkey::ui
