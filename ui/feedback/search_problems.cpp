#include "ui/feedback/search_problems.h"

#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

QList<QWidget *> SearchProblems::make(const QList<FilterProblem> &problems, QWidget *parent,
                                      const std::function<void(const FilterProblem &)> &correct) {
    QList<QWidget *> notes;
    for (const FilterProblem &p : problems) {
        const bool unknown = p.code == QStringLiteral("unknownField");
        auto *note = new QLabel(unknown ? tr("There is no filter “%1”: searched for as text").arg(p.field)
                                        : tr("“%1” is not understood").arg(p.word),
                                parent);
        note->setTextFormat(Qt::PlainText);
        note->setProperty("warn", true);
        notes.append(note);
        if (p.nearest.isEmpty())
            continue;
        auto *use = new QPushButton(tr("Use “%1”", "a word of the search").arg(p.nearest + u':'), parent);
        use->setObjectName(QStringLiteral("useNearest"));
        use->setProperty("link", true);
        QObject::connect(use, &QPushButton::clicked, parent, [correct, p] { correct(p); });
        notes.append(use);
    }
    return notes;
}

} // namespace latchkey::ui
