#include "ui/dialogs/form/sheet_layout.h"

#include <QDialog>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace latchkey::ui {

namespace {
QFrame *lineOf(QFrame::Shape shape, QWidget *parent) {
    auto *line = new QFrame(parent);
    line->setFrameShape(shape);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

// Scrolls up and down only: never narrower than its content and the scroll bar.
class TallArea final : public QScrollArea {
public:
    TallArea(QWidget *content, int wanted, QWidget *parent)
        : QScrollArea(parent)
        , m_wanted(wanted) {
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        setWidget(content);
    }
    [[nodiscard]] QSize minimumSizeHint() const override {
        return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(),
                QScrollArea::minimumSizeHint().height()};
    }
    [[nodiscard]] QSize sizeHint() const override {
        return {std::max(m_wanted, minimumSizeHint().width()), QScrollArea::sizeHint().height()};
    }

protected:
    bool eventFilter(QObject *object, QEvent *event) override {
        if (object == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(object, event);
    }

private:
    int m_wanted;
};
} // namespace

void fitToScreen(QDialog *sheet, const QSize &wanted) {
    constexpr QSize Frame(16, 48), Least(640, 420); // what a window manager puts around it
    sheet->setMinimumHeight(std::min(Least.height(), wanted.height()));
    sheet->resize(
        wanted.boundedTo(sheet->screen()->availableSize() - Frame).expandedTo(Least.boundedTo(wanted)));
}

void growToFit(QDialog *sheet) {
    if (!sheet->isVisible())
        return; // it opens as high as it needs to be
    sheet->layout()->activate();
    if (const int needed = sheet->layout()->totalHeightForWidth(sheet->width()); needed > sheet->height())
        sheet->resize(sheet->width(), needed);
}

QScrollArea *tallArea(QWidget *content, QWidget *parent) {
    return new TallArea(content, 0, parent);
}

QWidget *sheetPage(QWidget *form, QWidget *side, QWidget *question, QWidget *buttons, QWidget *parent) {
    auto *page = new QWidget(parent);
    auto *formArea = new TallArea(form, 0, page);
    formArea->viewport()->setBackgroundRole(QPalette::Base);
    formArea->viewport()->setAutoFillBackground(true);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(formArea, 1);
    if (side) {
        auto *sideArea = new TallArea(side, 308, page); // gives way to the form on a narrow sheet
        sideArea->setMaximumWidth(sideArea->sizeHint().width());
        middle->addWidget(lineOf(QFrame::VLine, page));
        middle->addWidget(sideArea);
    }
    auto *questionRow = new QVBoxLayout;
    questionRow->setContentsMargins(24, 16, 24, 0);
    questionRow->addWidget(question);
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addLayout(middle, 1);
    box->addWidget(lineOf(QFrame::HLine, page));
    box->addLayout(questionRow);
    box->addWidget(buttons);
    return page;
}

QWidget *sheetButtons(QLabel *reason, QPushButton *cancel, QPushButton *primary) {
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(24, 14, 24, 14);
    row->setSpacing(8);
    reason->setProperty("secondary", true);
    reason->setWordWrap(true);
    reason->setTextFormat(Qt::PlainText);
    cancel->setAutoDefault(false);
    primary->setAutoDefault(false);
    if (!primary->property("danger").toBool())
        primary->setProperty("primary", true);
    row->addWidget(reason, 1);
    row->addWidget(cancel);
    row->addWidget(primary);
    return bar;
}

} // namespace latchkey::ui
