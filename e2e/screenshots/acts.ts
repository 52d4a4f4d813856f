import type { Page } from 'playwright'

export async function checkBadFile(page: Page) {
  const lines = Array.from({ length: 130 }, (_, n) => `Mug no. ${n};${n % 3 ? '12,5' : 'free'};1.5`)
  await page.getByLabel('CSV file').setInputFiles({
    name: 'products.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['title;price;quantity', ...lines].join('\n')),
  })
  await page.getByRole('button', { name: 'Check file' }).click()
  await page.getByText('have a problem').waitFor()
}

export async function chooseRefund(page: Page) {
  await page.getByText('Refund it').click()
  await page
    .getByLabel(/, quantity/)
    .first()
    .selectOption('1')
  await page.getByLabel('Put these items back in stock').check()
  await page.getByLabel('Note to the buyer').fill('The last one broke when I packed it. Sorry!')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('to the buyer?').waitFor()
}

export async function chooseStaffRefund(page: Page) {
  await page.getByText('Refund an amount').click()
  await page.getByRole('textbox', { name: 'Amount' }).fill('4.50')
  await page.getByLabel('Why').fill('The seller is away.')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('to the buyer?').waitFor()
}
