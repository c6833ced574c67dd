import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import 'react-atrium-connect/styles.css';

export const metadata: Metadata = { title: 'Next.js', icons: { icon: 'data:,' } };

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
